package dev.muster.app.operator;

import dev.muster.app.config.MusterConfig;
import dev.muster.secret.Masking;
import dev.muster.secret.Secret;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Knows the secrets of this process: what was given to a program once may come back long after the file says otherwise. */
final class Masks {
    private static final Pattern OURS = Pattern.compile("(MUSTER|QUARKUS)_.*(KEY|PASSWORD|SECRET|TOKEN|CREDENTIAL).*");

    private static final Pattern PASSWORD_IN_URL = Pattern.compile("[?&]password=([^&]+)");

    private final Set<Secret> known;
    private Masking masking;

    Masks(List<Secret> ours) {
        this.known = new LinkedHashSet<>(ours);
        this.masking = Masking.of(known);
    }

    /** Muster's own: from wherever its settings come, and whatever stands in the addresses that it calls. */
    static List<Secret> ours(MusterConfig config, Map<String, String> environment) {
        List<Secret> ours = new ArrayList<>();
        config.key().ifPresent(key -> ours.add(new Secret("MUSTER_KEY", key)));
        config.adminKey().ifPresent(key -> ours.add(new Secret("MUSTER_ADMIN_KEY", key)));
        config.databasePassword().ifPresent(word -> ours.add(new Secret("MUSTER_DATABASE_PASSWORD", word)));
        config.url().ifPresent(url -> addUserInfo("MUSTER_URL", url, ours));
        config.otlpEndpoint().ifPresent(url -> addUserInfo("MUSTER_OTLP_ENDPOINT", url, ours));
        config.database()
                .map(PASSWORD_IN_URL::matcher)
                .filter(Matcher::find)
                .ifPresent(found -> ours.add(new Secret("MUSTER_DATABASE_PASSWORD", found.group(1))));
        environment.forEach((name, value) -> {
            if (OURS.matcher(name).matches()) {
                ours.add(new Secret(name, value));
            }
        });
        return ours;
    }

    /** Passwords in other addresses are found by their looks. */
    private static void addUserInfo(String name, URI url, List<Secret> ours) {
        @Nullable String info = url.getUserInfo();
        if (info != null) {
            ours.add(new Secret(name + " password", info.substring(info.indexOf(':') + 1)));
        }
    }

    synchronized Masking with(List<Secret> more) {
        if (known.addAll(more)) {
            masking = Masking.of(known);
        }
        return masking;
    }
}

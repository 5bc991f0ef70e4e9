package dev.muster.app.settings;

import dev.muster.agent.executor.operator.OperatorYaml;
import dev.muster.app.refusal.SettingFault;
import dev.muster.file.UnfitFileException;
import dev.muster.source.Fault;
import dev.muster.source.FaultException;
import dev.muster.source.Nearest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Looks at all settings before anything is started, so that whoever set them hears of all that is wrong at once. */
public final class SettingsCheck {
    private final Map<String, String> properties;
    private final Map<String, String> environment;
    private final List<SettingFault> faults = new ArrayList<>();

    private SettingsCheck(Map<String, String> properties, Map<String, String> environment) {
        this.properties = properties;
        this.environment = environment;
    }

    /**
     * What is wrong.
     *
     * @param properties those that go before the environment: flags, by the name of their property
     * @param serves whether a server is to be started, which needs what a command may do without: the data folder, the
     *     operator's file
     */
    public static List<SettingFault> faults(
            Map<String, String> properties, Map<String, String> environment, boolean serves) {
        SettingsCheck check = new SettingsCheck(properties, environment);
        Settings.ALL.stream()
                .filter(setting -> serves || setting.kind() != SettingKind.NEW_FOLDER)
                .forEach(check::checkValue);
        check.checkNames();
        if (serves) {
            check.checkOperatorFile();
        }
        return List.copyOf(check.faults);
    }

    private void checkValue(Setting setting) {
        String value = value(setting);
        if (value == null) {
            return;
        }
        if (value.isBlank()) {
            fault(setting, "It is set to nothing.", "Take it out, or give it a value.");
        } else if (!setting.kind().takes(value)) {
            fault(setting, found(setting, value), setting.kind().instead());
        }
        Setting needed = needed(setting);
        if (needed != null && value(needed) == null) {
            fault(setting, "It says nothing without " + needed.variable() + ".", "Set that as well, or neither.");
        }
    }

    private static String found(Setting setting, String value) {
        return switch (setting.kind()) {
            case ADMIN_KEY -> "It has " + value.length() + " characters, and could be guessed.";
            case PORT -> "\"" + value + "\" is no port." + serviceLink(value);
            case FOLDER, FILE -> "\"" + value + "\" is no " + setting.kind().words() + ".";
            case NEW_FOLDER -> "\"" + value + "\" is no folder, and none can be made there.";
            case DATABASE -> "\"" + withoutSecrets(value) + "\" is no database that Muster can use.";
            default -> "\"" + value + "\" is none of what it can be.";
        };
    }

    private static String serviceLink(String value) {
        return value.startsWith("tcp://")
                ? " Kubernetes says this to all pods beside a service called muster; enableServiceLinks: false in the pod's"
                        + " spec ends that."
                : "";
    }

    /** An address may have a password in it. */
    private static String withoutSecrets(String url) {
        return url.replaceFirst("\\?.*", "").replaceFirst("//[^/@]*@", "//");
    }

    private void checkNames() {
        List<String> known = Settings.ALL.stream().map(Setting::variable).toList();
        for (String name : new TreeSet<>(environment.keySet())) {
            if (name.startsWith("MUSTER_") && !known.contains(name) && !Settings.isOthers(name)) {
                String nearest = Nearest.to(name, known);
                faults.add(new SettingFault(
                        name,
                        "There is no such setting.",
                        nearest == null
                                ? "Take it out; docs/configuration.md has all that there are."
                                : "Did you mean " + nearest + "?"));
            }
        }
    }

    /** A command reads the operator's file when it needs it; a server says at once that it could not. */
    private void checkOperatorFile() {
        Setting setting = Settings.ALL.stream()
                .filter(one -> one.name().equals("operator"))
                .findFirst()
                .orElseThrow();
        String named = value(setting);
        Path file = named == null ? OperatorText.usual(data()) : Path.of(named);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return; // one that was named is a wrong setting already; else nothing may be started
        }
        try {
            OperatorYaml.read(file.toString(), named == null ? OperatorText.in(data()) : OperatorText.named(file));
        } catch (FaultException e) {
            for (Fault fault : e.faults()) {
                fault(setting, fault.toString(), "docs/executors.md has an example.");
            }
        } catch (NoSuchFileException _) {
            // It is gone meanwhile.
        } catch (UnfitFileException e) {
            fault(setting, file + " " + e.what(), setting.kind().instead());
        } catch (IOException e) {
            fault(
                    setting,
                    file + " cannot be read as UTF-8 text (" + e.getMessage() + ").",
                    setting.kind().instead());
        }
    }

    /** As {@code application.properties} has it; nothing can be asked for it before the start. */
    private Path data() {
        String said = properties.getOrDefault("muster.data", environment.get("MUSTER_DATA"));
        if (said != null) {
            return Path.of(said);
        }
        String all = environment.get("XDG_DATA_HOME");
        return Path.of(all == null ? System.getProperty("user.home") + "/.local/share" : all, "muster");
    }

    private void fault(Setting setting, String found, String advice) {
        faults.add(new SettingFault(calledBy(setting), found, advice));
    }

    private String calledBy(Setting setting) {
        boolean byProperty = properties.containsKey(setting.property());
        String flag = setting.flag();
        return !byProperty ? setting.variable() : flag == null ? setting.property() : flag;
    }

    private @Nullable String value(Setting setting) {
        String property = properties.get(setting.property());
        return property == null ? environment.get(setting.variable()) : property;
    }

    private static @Nullable Setting needed(Setting setting) {
        return Settings.ALL.stream()
                .filter(one -> one.name().equals(setting.needs()))
                .findFirst()
                .orElse(null);
    }
}

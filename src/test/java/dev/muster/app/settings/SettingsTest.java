package dev.muster.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.config.MusterConfig;
import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The settings, held against all who read or name them. */
class SettingsTest {
    private static final Path DOCUMENT = Path.of("docs/configuration.md");
    private static final Path PROPERTIES = Path.of("src/main/resources/application.properties");

    @Test
    void settings_are_those_that_the_program_reads() throws IOException {
        TreeSet<String> read = new TreeSet<>(defaults(MusterConfig.class, "").keySet());
        read.addAll(found(Pattern.compile("\\$\\{muster\\.([a-z.-]+)"), PROPERTIES));

        assertThat(Settings.ALL)
                .extracting(Setting::name)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(read);
    }

    @Test
    void defaults_are_those_that_the_program_takes() {
        defaults(MusterConfig.class, "").forEach((name, usual) -> {
            if (!usual.isEmpty()) {
                assertThat(setting(name).usual()).as(name).isEqualTo("`" + usual + "`");
            }
        });
    }

    @Test
    void usual_data_folder_is_that_of_the_configuration() throws IOException {
        assertThat(Files.readString(PROPERTIES))
                .contains("\nmuster.data=${XDG_DATA_HOME:${user.home}/.local/share}/muster\n");
    }

    @Test
    void variables_that_files_name_are_known() throws IOException {
        TreeSet<String> named = new TreeSet<>();
        Pattern variable = Pattern.compile("\\bMUSTER_[A-Z]\\w*[A-Z]\\b");
        for (Path root : Stream.of("docs", "README.md", "Dockerfile", "muster", "src/main")
                .map(Path::of)
                .toList()) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    named.addAll(found(variable, file));
                }
            }
        }
        List<String> known = Settings.ALL.stream().map(Setting::variable).toList();

        assertThat(named).hasSizeGreaterThan(15).allMatch(name -> known.contains(name) || Settings.isOthers(name));
    }

    @Test
    void document_has_every_setting() throws IOException {
        String document = Files.readString(DOCUMENT);
        String tables =
                Arrays.stream(Setting.Group.values()).map(SettingsTest::table).collect(Collectors.joining());
        String asItShouldBe = document.replaceFirst(
                "(?s)(## Settings\n).*(\n## Other variables\n\n).*",
                java.util.regex.Matcher.quoteReplacement(
                        "## Settings\n" + tables + "\n## Other variables\n\n" + others()));
        if (System.getProperty("approve") != null) {
            Files.writeString(DOCUMENT, asItShouldBe);
        } else {
            assertThat(document).isEqualTo(asItShouldBe);
        }
    }

    private static String table(Setting.Group group) {
        String rows = Settings.ALL.stream()
                .filter(setting -> setting.group() == group)
                .map(SettingsTest::row)
                .collect(Collectors.joining());
        return "\n### " + group.title()
                + "\n\n| Variable | Flag | Value | Unless set | Meaning |\n|---|---|---|---|---|\n" + rows;
    }

    private static String row(Setting setting) {
        String needs = setting.needs() == null
                ? ""
                : " Only with `" + setting(setting.needs()).variable() + "`.";
        return "| `%s` | %s | %s | %s | %s%s |\n"
                .formatted(
                        setting.variable(),
                        setting.flag() == null ? "" : "`" + setting.flag() + "`",
                        setting.kind().words(),
                        setting.usual() == null ? "" : setting.usual(),
                        setting.meaning(),
                        needs);
    }

    private static String others() {
        return "| Variable | Meaning |\n|---|---|\n"
                + Settings.OTHERS.stream()
                        .map(other -> "| `%s` | %s |\n".formatted(other.variable(), other.meaning()))
                        .collect(Collectors.joining());
    }

    private static Setting setting(String name) {
        return Settings.ALL.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The default of each setting that a mapping reads; nothing where it is absent unless set. */
    private static Map<String, String> defaults(Class<?> mapping, String prefix) {
        Map<String, String> defaults = new TreeMap<>();
        for (Method method : mapping.getDeclaredMethods()) {
            String name = prefix + method.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            if (method.getReturnType().isInterface() && method.getReturnType().getEnclosingClass() == mapping) {
                defaults.putAll(defaults(method.getReturnType(), name + "."));
            } else {
                WithDefault usual = method.getAnnotation(WithDefault.class);
                defaults.put(name, usual == null ? "" : usual.value());
            }
        }
        return defaults;
    }

    private static List<String> found(Pattern pattern, Path file) throws IOException {
        List<String> found = new ArrayList<>();
        pattern.matcher(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
                .results()
                .map((MatchResult match) -> match.groupCount() == 0 ? match.group() : match.group(1))
                .forEach(found::add);
        return found;
    }
}

package dev.muster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each promise of {@code docs/security.md} names tests that exist. */
class SecurityGuideTest {
    private static final Path TESTS = Path.of("src/test/java");
    private static final Pattern NAMED = Pattern.compile("`(\\w+(?:Test|IT|Behaviour))#(\\w+)`");

    @Test
    void each_promise_names_the_tests_that_hold_it() throws IOException {
        List<String> promises = promises();
        assertThat(promises).hasSizeGreaterThan(20);
        assertThat(promises)
                .allSatisfy(row -> assertThat(NAMED.matcher(row).find())
                        .as("names a test as `Class#method`: " + row)
                        .isTrue());
    }

    @Test
    void tests_named_exist() throws IOException {
        Map<String, String> sources = sources();
        for (String row : promises()) {
            for (MatchResult named : NAMED.matcher(row).results().toList()) {
                assertThat(sources.getOrDefault(named.group(1), ""))
                        .as(named.group() + " of the promise " + row)
                        .containsPattern("\\b(void " + named.group(2) + "\\(|ArchRule " + named.group(2) + "\\s)");
            }
        }
    }

    /** The rows of its tables of promises, without their heads. */
    private static List<String> promises() throws IOException {
        String text = Files.readString(Path.of("docs/security.md"));
        return Pattern.compile("(?m)^\\| Promise \\| .*\n\\|-.*\n((?:\\|.*\n)+)")
                .matcher(text)
                .results()
                .flatMap(table -> table.group(1).lines())
                .toList();
    }

    private static Map<String, String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(TESTS)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            SecurityGuideTest::text,
                            (one, other) -> one + other));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

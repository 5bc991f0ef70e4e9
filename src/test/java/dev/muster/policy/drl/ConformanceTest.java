package dev.muster.policy.drl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.policy.drl.loading.RuleBase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each construct alone and combined: the same rules and facts give the same firings and facts as Drools' own compiler. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public class ConformanceTest {
    private static final Path FOLDER = Path.of("src/test/resources/conformance");

    private final Map<String, String> cases = cases();
    private Oracle oracle;

    public static Map<String, String> cases() {
        Map<String, String> cases = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.sorted().toList()) {
                String topic = file.getFileName().toString().replace(".drl", "");
                for (String part : Files.readString(file).split("// case: ")) {
                    if (!part.isBlank()) {
                        String name = topic + ": " + part.lines().findFirst().orElse("");
                        String before = cases.put(name, part.substring(part.indexOf('\n') + 1));
                        assertThat(before).as("two cases are named %s", name).isNull();
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return cases;
    }

    @BeforeAll
    void compileAllWithDrools() {
        oracle = new Oracle(cases);
    }

    @AfterAll
    void close() {
        oracle.close();
    }

    Stream<Arguments> casesAndFacts() {
        List<Arguments> all = new ArrayList<>();
        cases.forEach((name, drl) -> Facts.SETS.forEach(set -> all.add(Arguments.of(name, set))));
        return all.stream();
    }

    @ParameterizedTest(name = "{0} ({1})")
    @MethodSource("casesAndFacts")
    void rules_do_what_they_do_in_drools(String name, String set) {
        assertThat(oracle.refused()).doesNotContainKey(name);
        RuleBase rules = RuleBase.load(Shop.VOCABULARY, List.of(new DrlSource(name, cases.getOrDefault(name, ""))));
        assertThat(Oracle.ours(rules, Facts.of(set))).isEqualTo(oracle.run(name, Facts.of(set)));
    }
}

package dev.muster.policy.drl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.OnDemand;
import dev.muster.policy.drl.loading.RuleBase;
import dev.muster.policy.vocabulary.MusterVocabulary;
import dev.muster.source.Fault;
import dev.muster.source.FaultException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands in a file of rules: there are faults with places, or it loads; never a crash or an endless loop. */
class RobustnessTest {
    private static final int MUTATIONS = OnDemand.size("fuzz.rules", 200, 50_000);
    private static final long SEED = Long.getLong("fuzz.seed", 4_711L);

    /** The faults of a text; none if it loads. */
    private static List<Fault> faults(String drl) {
        try {
            RuleBase.load(Shop.VOCABULARY, List.of(new DrlSource("f.drl", drl)));
            return List.of();
        } catch (FaultException e) {
            assertPlaces(e);
            return e.faults();
        }
    }

    private static void assertPlaces(FaultException e) {
        assertThat(e.faults()).isNotEmpty().allSatisfy(fault -> {
            assertThat(fault.message()).isNotBlank();
            assertThat(fault.place().line()).isPositive();
            assertThat(fault.place().column()).isPositive();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"(", "[", "{", "!", "-", "not ( ", "exists ", "( not ", "a.b(", "new Offer( ", "x ? y : ", "\""})
    void nesting_without_end_is_a_fault(String opening) {
        String deep = opening.repeat(10_000);
        assertThat(faults("rule \"r\" when Item( name == " + deep + " ) then end"))
                .isNotEmpty();
        assertThat(faults("rule \"r\" when " + deep + " Item() then end")).isNotEmpty();
        assertThat(faults("rule \"r\" when then insert( " + deep + " ); end")).isNotEmpty();
        assertThat(faults(deep)).isNotEmpty();
    }

    @Test
    void brackets_that_are_balanced_but_too_deep_are_a_fault() {
        String deep = "(".repeat(10_000) + "1" + ")".repeat(10_000);
        assertThat(faults("rule \"r\" when Item( price == " + deep + " ) then end"))
                .first()
                .satisfies(fault -> assertThat(fault.message()).startsWith("nested more than 150 deep"));
    }

    @Test
    void long_chains_of_operators_are_a_fault_or_load() {
        faults("rule \"r\" when Item( price == 1" + " + 1".repeat(20_000) + " ) then end");
        faults("rule \"r\" when Item( price == 1" + " || price == 1".repeat(20_000) + " ) then end");
        faults("rule \"r\" when Item( name" + ".name".repeat(20_000) + " == \"a\" ) then end");
        faults("rule \"r\" when Item()" + " and Item()".repeat(500) + " then end");
        faults("rule \"r\" when then if ( true ) { }" + " else if ( true ) { }".repeat(20_000) + " end");
    }

    @Test
    void line_of_ten_million_characters_is_a_fault() {
        assertThat(faults("x".repeat(10_000_000))).isNotEmpty();
        assertThat(faults("rule \"" + "x".repeat(3_000_000) + "\" when then")).isNotEmpty();
    }

    @Test
    void bytes_that_are_no_text_are_a_fault() {
        byte[] bytes = new byte[5_000];
        new Random(SEED).nextBytes(bytes);
        assertThat(faults(new String(bytes, StandardCharsets.UTF_8))).isNotEmpty();
        assertThat(faults(new String(bytes, StandardCharsets.ISO_8859_1))).isNotEmpty();
        assertThat(faults("rule \"r\" when Item( name == \u0000 ) then end")).isNotEmpty();
        assertThat(faults("\uFEFFrule \"r\" when then end")).isEmpty();
        assertThat(faults("rule \"r\"\r\nwhen\r\n  Item()\r\nthen\r\nend\r\n")).isEmpty();
    }

    @Test
    void ten_thousand_rules_load() {
        StringBuilder drl = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            drl.append("rule \"rule ")
                    .append(i)
                    .append("\" when Item( price == ")
                    .append(i)
                    .append(" ) then end\n");
        }
        assertThat(faults(drl.toString())).isEmpty();
    }

    @Test
    void hundred_thousand_rules_are_a_fault() {
        List<DrlSource> files = new ArrayList<>();
        for (int file = 0; file < 10; file++) {
            StringBuilder drl = new StringBuilder();
            for (int i = 0; i < 10_000; i++) {
                drl.append("rule \"r")
                        .append(file)
                        .append('-')
                        .append(i)
                        .append("\" when Item( price == 1 ) then end\n");
            }
            files.add(new DrlSource("f" + file + ".drl", drl.toString()));
        }
        assertThatThrownBy(() -> RuleBase.load(Shop.VOCABULARY, files))
                .isInstanceOf(FaultException.class)
                .hasMessage("f2.drl:1:1: there are more than 20000 rules: put what differs only in names into a table");
    }

    @Test
    void thousands_of_faults_are_told_as_a_hundred() {
        assertThat(faults("rule \"r\" when Itm() then end\n".repeat(15_000))).hasSize(100);
    }

    @Test
    void mutated_rules_have_faults_with_places_or_load_and_end() throws IOException {
        Random random = new Random(SEED);
        List<String> cases = new ArrayList<>(ConformanceTest.cases().values());
        List<String> shipped = shipped();
        for (int i = 0; i < MUTATIONS; i++) {
            boolean own = random.nextBoolean();
            List<String> all = own ? shipped : cases;
            String drl = all.get(random.nextInt(all.size()));
            int changes = 1 + random.nextInt(4);
            for (int c = 0; c < changes; c++) {
                drl = mutated(drl, all, random);
            }
            try {
                loadAndRun(own ? MusterVocabulary.INSTANCE : Shop.VOCABULARY, drl);
            } catch (RuntimeException | Error e) {
                throw new AssertionError("mutation " + i + " of seed " + SEED + ":\n" + drl, e);
            }
        }
    }

    private static List<String> shipped() throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("rules"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".drl"))
                    .sorted()
                    .toList()) {
                texts.add(Files.readString(file));
            }
        }
        assertThat(texts).isNotEmpty();
        return texts;
    }

    /** A session may fail, and may be stopped, but it says which rule it was. */
    private static void loadAndRun(Vocabulary vocabulary, String drl) {
        RuleBase rules;
        try {
            rules = RuleBase.load(vocabulary, List.of(new DrlSource("f.drl", drl)));
        } catch (FaultException e) {
            assertPlaces(e);
            return;
        }
        try {
            rules.infer(Facts.of("all"), new SessionLimits(500, Duration.ofSeconds(5)));
        } catch (RuleFailure e) {
            assertThat(e.place().line()).isPositive();
        } catch (RuleLimitException e) {
            assertThat(e).hasMessageStartingWith("The rules were stopped after ");
        }
    }

    private static String mutated(String drl, List<String> cases, Random random) {
        if (drl.isEmpty()) {
            return "rule";
        }
        int at = random.nextInt(drl.length());
        int end = Math.min(drl.length(), at + 1 + random.nextInt(12));
        return switch (random.nextInt(6)) {
            case 0 -> drl.substring(0, at) + drl.substring(end);
            case 1 -> drl.substring(0, at) + drl.substring(at, end) + drl.substring(at);
            case 2 -> drl.substring(0, at) + oneOf(random) + drl.substring(at);
            case 3 ->
                drl.substring(0, at)
                        + (char) (32 + random.nextInt(100))
                        + drl.substring(Math.min(drl.length(), at + 1));
            case 4 -> {
                String other = cases.get(random.nextInt(cases.size()));
                int from = random.nextInt(other.length());
                yield drl.substring(0, at)
                        + other.substring(from, Math.min(other.length(), from + 30))
                        + drl.substring(at);
            }
            default -> drl.substring(0, at);
        };
    }

    private static String oneOf(Random random) {
        String[] parts = {
            "(",
            ")",
            "{",
            "}",
            "[",
            "]",
            ";",
            ",",
            ":",
            "\"",
            "'",
            "==",
            "!",
            "not",
            "rule",
            "then",
            "end",
            "when",
            "$i",
            "null",
            "this",
            "/*",
            "*/",
            "//",
            "from",
            "accumulate(",
            "or",
            "&&",
            "||",
            "?",
            ".",
            "new ",
            "1e999",
            "99999999999",
            "\\",
            "@",
            "#",
            "over",
            "in",
            "matches",
            "forall(",
            "\u00e9",
            "\n"
        };
        return parts[random.nextInt(parts.length)];
    }
}

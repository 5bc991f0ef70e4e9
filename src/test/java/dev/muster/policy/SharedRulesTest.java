package dev.muster.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.policy.cases.Case;
import dev.muster.policy.cases.CaseResult;
import dev.muster.policy.cases.CaseRunner;
import dev.muster.policy.cases.Mutant;
import dev.muster.policy.drl.RuleInfo;
import dev.muster.source.Faults;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the shipped packs have in common stands once, in the pack {@code base} that all of them extend. */
class SharedRulesTest {
    private static final String BASE = "base";
    private static final Pattern RULE = Pattern.compile("(?ms)^rule \"([^\"]+)\"(.*?)^end$");
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\n]*");
    private static final Pattern BECAUSE = Pattern.compile("@because\\(\\s*\"(?:[^\"\\\\]|\\\\.)*\"\\s*\\)");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\w+");

    /** A rule and where it stands. */
    private record Rule(String file, String name, String body) {
        @Override
        public String toString() {
            return file + " \"" + name + "\"";
        }
    }

    private static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        for (String path : Shipped.rules().paths()) {
            if (path.endsWith(".drl") && path.contains("/")) {
                String text = Shipped.rules().text(path, new Faults());
                RULE.matcher(COMMENT.matcher(text).replaceAll(""))
                        .results()
                        .forEach(rule -> rules.add(new Rule(path, rule.group(1), normalised(rule.group(2)))));
            }
        }
        return rules;
    }

    /** What a rule does, whatever it calls its variables, says why and how it is laid out. */
    private static String normalised(String body) {
        Map<String, String> names = new TreeMap<>();
        Function<MatchResult, String> renamed = variable ->
                Matcher.quoteReplacement(names.computeIfAbsent(variable.group(), name -> "$" + names.size()));
        String said = BECAUSE.matcher(body).replaceAll("").replaceAll("\\s+", "");
        return VARIABLE.matcher(said).replaceAll(renamed);
    }

    @Test
    void no_two_rules_of_the_shipped_packs_have_the_same_body() {
        Map<String, List<Rule>> byBody = rules().stream().collect(Collectors.groupingBy(Rule::body));

        assertThat(rules()).hasSizeGreaterThan(200);
        assertThat(byBody.values().stream().filter(same -> same.size() > 1))
                .as("move what several packs need to rules/base, and put what differs into a table")
                .isEmpty();
    }

    @Test
    void copies_are_seen_whatever_they_call_their_variables_and_reasons() {
        assertThat(normalised("@because(\"a\")\nwhen\n  Task( $a : title ) then insertLogical( new Risk( $a ) );\n"))
                .isEqualTo(
                        normalised("@because(\"b\") when Task($title: title)\nthen insertLogical(new Risk($title));"));
        assertThat(normalised("when A( $a : x, $b : y ) then f( $a );"))
                .isNotEqualTo(normalised("when A( $a : x, $b : y ) then f( $b );"));
    }

    @Test
    void shipped_packs_all_extend_the_base_and_nothing_else() {
        assertThat(PackNames.of(Shipped.rules()).shared()).containsExactly(BASE);
        assertThat(Shipped.names())
                .allSatisfy(name -> assertThat(PackFiles.of(name, Shipped.rules(), Shipped.agents())
                                .lineage()
                                .packs())
                        .containsExactly(BASE, name));
    }

    /** The cases of a pack try only what is its own; what all share is tried by those of all. */
    @Test
    void each_rule_of_the_base_is_missed_by_a_case_of_some_pack() {
        Set<String> base = new TreeSet<>();
        Set<String> missed = new TreeSet<>();
        for (Pack pack : Shipped.names().stream().map(Shipped::pack).toList()) {
            List<Case> cases = CaseRunner.cases(pack);
            List<CaseResult> results = CaseRunner.run(pack);
            List<RuleInfo> shared = pack.rules().rules().stream()
                    .filter(rule -> rule.file().startsWith(BASE + "/"))
                    .toList();
            shared.forEach(rule -> base.add(rule.name()));
            shared.stream()
                    .filter(rule -> !missed.contains(rule.name()))
                    .filter(rule -> isMissed(pack, rule, cases, results))
                    .forEach(rule -> missed.add(rule.name()));
        }

        assertThat(base).hasSizeGreaterThan(20).isEqualTo(missed);
    }

    private static boolean isMissed(Pack pack, RuleInfo rule, List<Case> cases, List<CaseResult> results) {
        Pack without = new Mutant.WithoutRule(rule).of(pack);
        return IntStream.range(0, cases.size())
                .filter(i -> results.get(i).fired().contains(rule.name()))
                .anyMatch(i -> !CaseRunner.run(without, cases.get(i)).passed());
    }
}

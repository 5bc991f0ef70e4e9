package dev.muster.policy.why;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.plan.Plan;
import dev.muster.policy.Pack;
import dev.muster.policy.Shipped;
import dev.muster.policy.SmallPack;
import dev.muster.policy.why.Why.Answer;
import dev.muster.policy.why.Why.Attempted;
import dev.muster.policy.why.Why.Missing;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplainingTest {
    private static final String INVOICES = "Add an endpoint where customers upload invoices as PDF, store them in S3"
            + " and notify the accountant by e-mail";

    private static final Pack BACKEND = Shipped.backend();

    private static Answer backend(String text, String about) {
        return Explaining.why(BACKEND, Shipped.plan(BACKEND, "", text), about)
                .answers()
                .getFirst();
    }

    private static String small(String text, String about) {
        Pack pack = new SmallPack().pack();
        return WhyText.of(Explaining.why(pack, Shipped.plan(pack, "", text), about));
    }

    private static Attempted rule(Answer answer, String name) {
        return answer.rules().stream()
                .filter(rule -> rule.rule().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void agent_that_is_not_there_is_explained_down_to_the_words_of_the_text() {
        Answer answer = backend(INVOICES, "redis-caching-strategist");

        assertThat(answer.chosen()).isFalse();
        assertThat(answer.enough())
                .flatExtracting(Why.Enough::with)
                .flatExtracting(Why.SignalWords::words)
                .anySatisfy(word -> assertThat(word).contains("cache"));
    }

    @Test
    void words_that_are_said_to_be_enough_bring_the_agent_in() {
        Answer answer = backend(INVOICES, "redis-caching-strategist");

        assertThat(answer.enough()).allSatisfy(enough -> {
            String word = enough.with().getFirst().words().getFirst();
            Plan plan = Shipped.plan(BACKEND, "", INVOICES + " and " + word);
            assertThat(plan.steps().map(Plan.Step::agent)).as(word).contains("redis-caching-strategist");
        });
    }

    @Test
    void rule_that_could_have_chosen_says_which_condition_failed_first_and_what_would_meet_it() {
        Answer answer = backend(INVOICES, "redis-caching-strategist");

        Missing first = rule(answer, "A concern brings in its specialist")
                .ways()
                .getFirst()
                .missing()
                .getFirst();

        assertThat(first.condition()).isEqualTo("Conclusion( kind == \"concern\", $concern : name )");
        assertThat(first.fact()).isEqualTo("Conclusion concern cache");
        assertThat(first.file()).isEqualTo("backend/selection.drl");
        assertThat(answer.facts()).anySatisfy(needed -> {
            assertThat(needed.fact()).isEqualTo("Trigger performance cache");
            assertThat(needed.rules().getFirst().rule()).isEqualTo("A cache is a performance trigger");
        });
    }

    @Test
    void row_that_is_missing_is_named_with_its_cells() {
        Attempted matrix = rule(backend(INVOICES, "redis-caching-strategist"), "The matrix names the primary agent");

        assertThat(matrix.ways().getFirst().missing().getFirst().sentence())
                .isEqualTo(
                        "No row of selection.csv has task_type new-api-endpoint and primary redis-caching-strategist.");
    }

    @Test
    void words_that_are_only_denied_are_said_to_be() {
        assertThat(small("Add an endpoint without touching the database", "task-type:storage"))
                .contains("The text has no words for the signal database. It only mentions \"database\" (negated).");
    }

    @Test
    void fact_that_is_in_the_way_is_named_with_its_words() {
        Answer answer =
                backend("Change the colour of the button on the settings page and its endpoint", "escalation:frontend");

        assertThat(answer.rules().getFirst().ways().getFirst().missing())
                .extracting(Missing::sentence)
                .anySatisfy(sentence ->
                        assertThat(sentence).contains("\"endpoint\"").endsWith("must not be."));
        assertThat(answer.enough())
                .anySatisfy(enough -> assertThat(enough.without()).isNotEmpty());
    }

    @Test
    void review_that_is_there_is_explained_by_rules_rows_and_words() {
        Answer answer = backend(INVOICES, "review:security");

        assertThat(answer.chosen()).isTrue();
        assertThat(WhyText.of(Explaining.why(BACKEND, Shipped.plan(BACKEND, "", INVOICES), "review:security")))
                .contains("- Review security by security-guardian\n")
                .contains("- Row reviewers.csv:2 (security, security-guardian)")
                .contains(": \"upload\", \"PDF\"\n");
    }

    @Test
    void name_of_several_things_is_answered_for_each() {
        Why why = Explaining.why(BACKEND, Shipped.plan(BACKEND, "", INVOICES), "performance");

        assertThat(why.answers()).extracting(Answer::kind).containsExactly(SubjectKind.REVIEW, SubjectKind.PATTERN);
    }

    @Test
    void unknown_name_is_refused_with_the_names_that_there_are() {
        assertThatThrownBy(() -> backend(INVOICES, "security-gardian"))
                .isInstanceOfSatisfying(
                        UnknownSubjectException.class,
                        e -> assertThat(e.known()).contains("security-guardian"));
    }

    @Test
    void text_for_what_is_not_there_reads_like_this() {
        assertThat(small("Add an endpoint", "keeper")).isEqualTo("""
                The agent keeper is not in the plan.

                Each of these alone would have brought it in (tried by planning again):
                  - One of these words in the text: database, table (signal database).

                The rules that could have concluded it, and the conditions that failed:
                - rule "The table says who works" (small/small.drl:19)
                    or: TaskType( $type : name ) (line 22)
                      No rule concluded TaskType storage; there is TaskType api.
                      - rule "A table is work on the storage" (small/small.drl:11)
                          Signal( name == "database" ) (line 14)
                            The text has no words for the signal database.
                            Words that show it: database, table (small/signals.yaml:4)
                    or: $row : Row( table == "who", cell("task_type") == $type ) (line 23)
                      No row of who.csv has task_type api and agent keeper.
                """);
    }

    @Test
    void text_for_what_is_there_reads_like_this() {
        assertThat(small("Upload pictures to an endpoint", "guard")).isEqualTo("""
                The agent guard is in the plan: review-1 (guard, review).
                - Review security by guard
                  because the task touches what can be abused — rule "A security trigger asks for a review" (small/small.drl:36)
                    - Trigger security upload
                      because files come from outside — rule "An upload is a security trigger" (small/small.drl:28)
                        - Signal upload: "Upload"
                """);
    }

    @Test
    void two_conditions_that_fail_are_brought_in_by_two_words() {
        Pack pack = new SmallPack().append("more.drl", """
                        package small
                        rule "An upload to an endpoint is kept"
                        when
                          Signal( name == "upload" )
                          Signal( name == "endpoint" )
                        then
                          insertLogical( new Escalate( "both", "somebody" ) );
                        end
                        """).pack();

        Answer answer = Explaining.why(pack, Shipped.plan(pack, "", "Paint it"), "both")
                .answers()
                .getFirst();

        assertThat(answer.enough())
                .singleElement()
                .satisfies(enough -> assertThat(enough.with())
                        .extracting(Why.SignalWords::signal)
                        .isEqualTo(List.of("upload", "endpoint")));
    }

    @Test
    void what_counts_facts_is_said_to_count() {
        Pack pack = new SmallPack().append("more.drl", """
                        package small
                        rule "Two triggers are many"
                        when
                          accumulate( Trigger(); $count : count(); $count >= 2 )
                        then
                          insertLogical( new Escalate( "many", "somebody" ) );
                        end
                        """).pack();

        Answer answer = Explaining.why(pack, Shipped.plan(pack, "", "Upload it"), "many")
                .answers()
                .getFirst();

        assertThat(answer.rules().getFirst().ways().getFirst().missing().getFirst())
                .satisfies(missing -> assertThat(missing.condition())
                        .isEqualTo("accumulate( Trigger(); $count : count(); $count >= 2 )"))
                .satisfies(missing -> assertThat(missing.sentence()).startsWith("This counts or computes something"));
    }
}

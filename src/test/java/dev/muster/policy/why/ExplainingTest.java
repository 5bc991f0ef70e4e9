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
    void agentThatIsNotThere_isExplainedDownToTheWordsOfTheText() {
        Answer answer = backend(INVOICES, "redis-caching-strategist");

        assertThat(answer.chosen()).isFalse();
        assertThat(answer.enough())
                .flatExtracting(Why.Enough::with)
                .flatExtracting(Why.SignalWords::words)
                .anySatisfy(word -> assertThat(word).contains("cache"));
    }

    @Test
    void wordsThatAreSaidToBeEnough_bringTheAgentIn() {
        Answer answer = backend(INVOICES, "redis-caching-strategist");

        assertThat(answer.enough()).allSatisfy(enough -> {
            String word = enough.with().getFirst().words().getFirst();
            Plan plan = Shipped.plan(BACKEND, "", INVOICES + " and " + word);
            assertThat(plan.steps().map(Plan.Step::agent)).as(word).contains("redis-caching-strategist");
        });
    }

    @Test
    void ruleThatCouldHaveChosen_saysWhichConditionFailedFirstAndWhatWouldMeetIt() {
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
    void rowThatIsMissing_isNamedWithItsCells() {
        Attempted matrix = rule(backend(INVOICES, "redis-caching-strategist"), "The matrix names the primary agent");

        assertThat(matrix.ways().getFirst().missing().getFirst().sentence())
                .isEqualTo(
                        "No row of selection.csv has task_type new-api-endpoint and primary redis-caching-strategist.");
    }

    @Test
    void wordsThatAreOnlyDenied_areSaidToBe() {
        assertThat(small("Add an endpoint without touching the database", "task-type:storage"))
                .contains("The text has no words for the signal database. It only mentions \"database\" (negated).");
    }

    @Test
    void factThatIsInTheWay_isNamedWithItsWords() {
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
    void reviewThatIsThere_isExplainedByRulesRowsAndWords() {
        Answer answer = backend(INVOICES, "review:security");

        assertThat(answer.chosen()).isTrue();
        assertThat(WhyText.of(Explaining.why(BACKEND, Shipped.plan(BACKEND, "", INVOICES), "review:security")))
                .contains("- Review security by security-guardian\n")
                .contains("- Row reviewers.csv:2 (security, security-guardian)")
                .contains(": \"upload\", \"PDF\"\n");
    }

    @Test
    void nameOfSeveralThings_isAnsweredForEach() {
        Why why = Explaining.why(BACKEND, Shipped.plan(BACKEND, "", INVOICES), "performance");

        assertThat(why.answers()).extracting(Answer::kind).containsExactly(Kind.REVIEW, Kind.PATTERN);
    }

    @Test
    void unknownName_isRefusedWithTheNamesThatThereAre() {
        assertThatThrownBy(() -> backend(INVOICES, "security-gardian"))
                .isInstanceOfSatisfying(
                        UnknownSubjectException.class,
                        e -> assertThat(e.known()).contains("security-guardian"));
    }

    @Test
    void textForWhatIsNotThere_readsLikeThis() {
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
    void textForWhatIsThere_readsLikeThis() {
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
    void twoConditionsThatFail_areBroughtInByTwoWords() {
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
    void whatCountsFacts_isSaidToCount() {
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

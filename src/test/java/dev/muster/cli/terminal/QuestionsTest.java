package dev.muster.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.Plans;
import dev.muster.plan.Plan;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class QuestionsTest {
    private final StringWriter shown = new StringWriter();
    private final Map<String, String> answered = new TreeMap<>();

    private void ask(String typed, Plan.Question... questions) {
        Plan plan = Plans.asking(questions);
        new Questions(new BufferedReader(new StringReader(typed)), new PrintWriter(shown, true))
                .ask(plan, (p, answers) -> {
                    answered.putAll(answers);
                    return p;
                });
    }

    @Test
    void choice_is_taken_by_number_or_words_and_anything_else_is_asked_again() {
        ask(
                "3\nFirestore\n1\n",
                new Plan.Question("a", "Which?", List.of("Firestore", "PostgreSQL"), List.of()),
                new Plan.Question("b", "Which else?", List.of("yes", "no"), List.of()));

        assertThat(answered).containsExactlyInAnyOrderEntriesOf(Map.of("a", "Firestore", "b", "yes"));
        assertThat(shown.toString()).contains("Which?", "  2. PostgreSQL", "That is none of the choices.");
    }

    @Test
    void empty_line_and_end_of_input_leave_a_question_open() {
        ask("\n", new Plan.Question("a", "What?", null, List.of()), new Plan.Question("b", "Who?", null, List.of()));

        assertThat(answered).isEmpty();
    }

    @Test
    void any_words_answer_a_question_without_choices() {
        ask("for the accountants\n", new Plan.Question("a", "For whom?", null, List.of()));

        assertThat(answered).containsEntry("a", "for the accountants");
    }
}

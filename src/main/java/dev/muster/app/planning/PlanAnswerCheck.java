package dev.muster.app.planning;

import dev.muster.app.refusal.PlanReason;
import dev.muster.app.refusal.Refusal;
import dev.muster.plan.Plan;
import dev.muster.plan.Plan.Question;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Holds answers against the questions that a plan asks. */
final class PlanAnswerCheck {
    private PlanAnswerCheck() {}

    /**
     * Refuses an answer to what nobody asked, and one that is none of the choices. What was answered before can be answered
     * again.
     */
    static void check(Plan plan, Map<String, String> answers) {
        answers.forEach((id, answer) -> check(plan, id, answer));
    }

    private static void check(Plan plan, String id, String answer) {
        List<Question> asked =
                plan.allQuestions().filter(question -> question.id().equals(id)).toList();
        if (asked.isEmpty() && !plan.task().context().answers().containsKey(id)) {
            TreeSet<String> known =
                    new TreeSet<>(plan.task().context().answers().keySet());
            plan.allQuestions().map(Question::id).forEach(known::add);
            throw new Refusal(new PlanReason.UnknownQuestion(id, List.copyOf(known)));
        }
        for (Question question : asked) {
            List<String> choices = question.choices();
            if (choices != null && !choices.contains(answer)) {
                throw new Refusal(new PlanReason.NoChoice(answer, choices));
            }
        }
    }
}

package dev.muster.run.report;

import dev.muster.run.event.RunEvent.PersonAsked;
import dev.muster.run.event.RunStatus;
import dev.muster.run.fold.RunState;
import dev.muster.run.report.RunReport.Issue;
import dev.muster.run.state.Ask;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is to be done next: what people are asked, what is open, what agents left to do, what was put off. */
record NextSteps(RunState state, HandedIn handedIn, ReviewResults reviews, Met met) {
    List<String> all() {
        Set<String> steps = new LinkedHashSet<>();
        if (!state.ended()) {
            state.asks().forEach(ask -> steps.add(answer(ask)));
        } else if (state.status() != RunStatus.COMPLETED) {
            steps.add("Look at why it ended: " + state.why());
        }
        for (Issue issue : met.issues()) {
            if (issue.remedy().equals("report")) {
                steps.add("See to " + issue.of() + ": " + issue.text());
            }
        }
        reviews.reports().stream()
                .filter(review -> !review.result().equals("passed"))
                .forEach(review ->
                        review.open().forEach(open -> steps.add("Put right in " + review.step() + ": " + open)));
        steps.addAll(handedIn.nextSteps());
        handedIn.followUps().forEach(followUp -> steps.add("Later: " + followUp));
        return new ArrayList<>(steps);
    }

    private static String answer(Ask ask) {
        PersonAsked asked = ask.asked();
        String choices = asked.choices().isEmpty() ? "" : " (" + String.join(", ", asked.choices()) + ")";
        return "Answer " + ask.id() + ", for " + asked.to() + ": " + asked.text() + choices;
    }
}

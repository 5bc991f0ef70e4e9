package dev.muster.policy.cases;

import dev.muster.plan.Plan;
import dev.muster.plan.Running;
import java.util.ArrayList;
import java.util.List;

/** How a plan is carried out, as cases write it: one text for each thing that it says. */
final class RunningWords {
    private RunningWords() {}

    static List<String> of(Plan plan) {
        List<String> words = new ArrayList<>();
        Running running = plan.running();
        if (running != null) {
            words.add("context: " + CaseFacts.word(running.context()));
            words.add("audit-trail: " + running.auditTrail());
            words.add("status: " + CaseFacts.word(running.status()));
            words.add("resumable: " + running.resumable());
            words.add("parallel-failures: " + running.parallelFailures());
            running.onTrouble().forEach(step -> words.add("on-trouble: " + step));
            words.add("report: " + CaseFacts.word(running.report().format()));
            running.report().parts().forEach(part -> words.add("report-part: " + part));
        }
        words.add("parallel-agents: " + plan.limits().parallelAgents());
        if (plan.delivery() != null) {
            plan.delivery().actions().forEach(action -> words.add("delivery: " + CaseFacts.word(action)));
        }
        plan.repositories().forEach(repository -> words.add("repository: " + repository.name()));
        return words;
    }
}

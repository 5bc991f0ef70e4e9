package dev.muster.policy.check;

import dev.muster.fact.Task;
import dev.muster.plan.TaskContext;
import dev.muster.policy.Pack;
import dev.muster.policy.cases.Case;
import dev.muster.policy.cases.CaseRunner;
import dev.muster.reading.matching.SignalDefinition;
import dev.muster.source.FaultException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tasks that a check tries, so that rules that begin at a task, a signal or a sentence run in it: some that anybody might give, one
 * that shows all signals of the pack at once, and those of the pack's cases.
 */
final class TriedTasks {
    /** A check takes a second; all cases run in the test of the pack. */
    private static final int MOST_CASES = 25;

    private static final int LONGEST = 20_000;

    private static final List<Task> ANYBODYS = List.of(
            new Task(
                    "Add an endpoint",
                    "Customers upload invoices as PDF. Store them in S3, and write a row to the database."),
            new Task(
                    "Fix the crash at login",
                    "It fails since yesterday.\n\n```\njava.lang.NullPointerException: user\n\tat app.Login.check(Login.java:12)\n```\n"
                            + "\n- Do not change the database\n- Keep the API as it is\n"),
            new Task("Is the report page slow?", "We may have to cache it. Audit who can see it, too."));

    private TriedTasks() {}

    /** A task with what is given beside it. */
    record Tried(@Nullable Task task, TaskContext context, List<Object> facts) {}

    static List<Tried> of(Pack pack) {
        List<Tried> tried = new ArrayList<>();
        Stream.concat(ANYBODYS.stream(), Stream.of(allSignals(pack)))
                .map(task -> new Tried(task, TaskContext.NONE, List.of()))
                .forEach(tried::add);
        List<Case> cases = cases(pack);
        int step = Math.max(1, (cases.size() + MOST_CASES - 1) / MOST_CASES);
        for (int i = 0; i < cases.size(); i += step) {
            Case one = cases.get(i);
            tried.add(new Tried(one.task(), one.context(), one.facts()));
        }
        return tried;
    }

    private static List<Case> cases(Pack pack) {
        try {
            return CaseRunner.cases(pack);
        } catch (FaultException e) {
            return List.of(); // another check tells of it
        }
    }

    /** A sentence for each signal, of the words of its first query. */
    private static Task allSignals(Pack pack) {
        String text = pack.signals().definitions().stream()
                .map(SignalDefinition::any)
                .map(queries -> queries.isEmpty() ? "" : queries.getFirst())
                .map(query -> "Add "
                        + query.replaceAll("\\b(title|description):|~\\d?", " ")
                                .replaceAll("[^\\p{L}\\p{N}'-]+", " ")
                                .replaceAll("\\b(AND|OR|NOT)\\b", " ")
                                .strip())
                .collect(Collectors.joining(".\n"));
        return new Task("Do all of it", text.substring(0, Math.min(text.length(), LONGEST)));
    }
}

package dev.muster.run;

import static dev.muster.run.Umpire.must;

import dev.muster.agent.executor.Finding;
import dev.muster.agent.executor.Verdict;
import dev.muster.plan.ReviewLevel;
import dev.muster.run.event.AskKind;
import dev.muster.run.event.Remedy;
import dev.muster.run.event.RunEvent;
import dev.muster.run.event.Trouble;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether a review that finds new things makes follow-ups of them and asks somebody, instead of going on for ever. */
final class Scopes {
    private final boolean planned;
    private final Map<String, List<Finding>> scopes = new HashMap<>();
    private final Map<String, List<Finding>> wanted = new HashMap<>();
    private final Map<String, List<Finding>> followUps = new HashMap<>();
    private final Set<String> frozen = new HashSet<>();
    private final Set<String> unheard = new HashSet<>();

    Scopes(boolean planned) {
        this.planned = planned;
    }

    void see(RunEvent event) {
        switch (event) {
            case RunEvent.VerdictGiven e -> verdict(e);
            case RunEvent.ScopeFrozen e ->
                must(frozen.add(e.step() + " " + e.gate()), "freeze", "the scope freezes twice: " + e);
            case RunEvent.FollowUpRecorded e -> followUp(e);
            case RunEvent.PersonAsked e when e.kind() == AskKind.REVIEW -> unheard.remove(e.step() + " " + e.gate());
            case RunEvent.GateOverridden e -> unheard.remove(e.step() + " " + e.gate());
            case RunEvent.TroubleMet e
            when e.remedy() != Remedy.Kind.ASK -> {
                unheard.remove(e.step() + " " + e.gate());
                widen(e);
            }
            default -> {}
        }
    }

    private void verdict(RunEvent.VerdictGiven e) {
        String key = e.step() + " " + e.gate();
        if (e.passed()) {
            return;
        }
        List<Finding> mustFix = mustFix(e.verdict());
        wanted.put(key, mustFix.isEmpty() ? e.conditions() : mustFix);
        if (!scopes.containsKey(key)) {
            scopes.put(key, e.conditions());
            must(e.conditions().size() >= Math.min(1, mustFix.size()), "freeze", "nothing of it counts: " + e);
            return;
        }
        List<Finding> scope = scopes.get(key);
        if (e.verdict().findings().isEmpty()) {
            must(e.conditions().equals(scope), "freeze", "what was wanted first still is: " + e);
            wanted.put(key, scope);
            return;
        }
        for (Finding finding : mustFix) {
            boolean known = scope.stream().anyMatch(old -> old.text().equals(finding.text()));
            boolean counts = e.conditions().stream().anyMatch(one -> one.text().equals(finding.text()));
            must(known == counts, "freeze", finding + (known ? " was wanted first" : " is new") + ": " + e);
            if (!known) {
                followUps.computeIfAbsent(key, gate -> new ArrayList<>()).add(finding);
            }
        }
        if (e.conditions().isEmpty() && e.level() != ReviewLevel.ADVISORY && planned) {
            unheard.add(key);
        }
    }

    private void followUp(RunEvent.FollowUpRecorded e) {
        String key = e.step() + " " + e.gate();
        must(frozen.contains(key), "freeze", "the scope is not frozen: " + e);
        must(
                followUps.getOrDefault(key, new ArrayList<>()).remove(e.finding()),
                "freeze",
                "this is no new finding: " + e);
    }

    /** A person sends back what is new. */
    private void widen(RunEvent.TroubleMet e) {
        String key = e.step() + " " + e.gate();
        boolean back = e.kind() == Trouble.Kind.REVIEW && e.remedy() == Remedy.Kind.REWORK;
        List<Finding> last = wanted.getOrDefault(key, List.of());
        boolean noneKnown = last.stream()
                .noneMatch(finding -> scopes.getOrDefault(key, List.of()).stream()
                        .anyMatch(old -> old.text().equals(finding.text())));
        if (back && noneKnown) {
            scopes.put(key, last);
        }
    }

    /** Gates at which only new things are wanted, and nobody was asked; also follow-ups that are not on record. */
    Set<String> unheard() {
        Set<String> all = new HashSet<>(unheard);
        followUps.forEach((key, open) -> {
            if (!open.isEmpty()) {
                all.add(key + " " + open);
            }
        });
        return all;
    }

    private static List<Finding> mustFix(Verdict verdict) {
        List<Finding> mustFix =
                verdict.findings().stream().filter(Finding::mustFix).toList();
        return mustFix.isEmpty() && verdict.decision() == Verdict.Decision.CHANGES ? verdict.findings() : mustFix;
    }
}

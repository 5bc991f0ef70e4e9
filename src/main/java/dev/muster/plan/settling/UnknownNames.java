package dev.muster.plan.settling;

import dev.muster.plan.Because;
import dev.muster.plan.Proposal;
import dev.muster.plan.Proposal.CheckPhase;
import dev.muster.plan.Proposal.Duty;
import dev.muster.source.Fault;
import dev.muster.source.Nearest;
import dev.muster.source.Place;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds names that nothing bears. A proposal about an agent that is not in the plan is of no account, but one about an
 * agent that is nowhere is a slip of the pen: unseen, it would cost a plan its review.
 */
record UnknownNames(Collection<String> agents, List<String> phases, List<String> modules, List<String> testLayers) {

    Stream<Fault> faults(Proposals proposals) {
        return proposals.of(Proposal.class).stream()
                .flatMap(proposal -> Stream.concat(
                        faults("agent", agents(proposal.what()), agents, proposal.because()),
                        Stream.concat(
                                faults("phase", phases(proposal.what()), phases, proposal.because()),
                                Stream.concat(
                                        faults("module", modules(proposal.what()), modules, proposal.because()),
                                        faults(
                                                "test layer",
                                                testLayers(proposal.what()),
                                                testLayers,
                                                proposal.because())))));
    }

    private static Stream<Fault> faults(
            String what, Stream<String> names, Collection<String> known, List<Because> because) {
        return names.filter(name -> !known.contains(name))
                .flatMap(name -> places(because)
                        .map(place -> new Fault(
                                place, "No " + what + " is called \"" + name + "\"." + Nearest.hint(name, known))));
    }

    /** A rule that reads names from a table is right; the row is wrong. */
    private static Stream<Place> places(List<Because> because) {
        List<Because> rows =
                because.stream().filter(b -> b.file().endsWith(".csv")).toList();
        return (rows.isEmpty() ? because : rows).stream().map(b -> new Place(b.file(), b.line(), 1));
    }

    private static Stream<String> agents(Proposal proposal) {
        return switch (proposal) {
            case Proposal.UseAgent use -> Stream.of(use.agent());
            case Duty duty -> Stream.of(duty.agent());
            case Proposal.Focus focus -> Stream.of(focus.agent());
            case Proposal.Before before -> Stream.of(before.agent(), before.thenAgent());
            case Proposal.Review review -> Stream.of(review.agent());
            case Proposal.ReviewOutput review -> Stream.of(review.agent(), review.reviewer());
            case Proposal.CheckStep check -> Stream.of(check.agent());
            case Proposal.ReadSkill skill -> Stream.of(skill.agent());
            case Proposal.WorkIn work -> Stream.of(work.agent());
            case Proposal.TestIn test -> Stream.of(test.agent());
            case Proposal.Rollback rollback -> Stream.of(rollback.agent());
            case CheckPhase _,
                    Proposal.UseSkill _,
                    Proposal.Escalate _,
                    Proposal.HandOver _,
                    Proposal.Ask _,
                    Proposal.Risk _,
                    Proposal.SuccessCriterion _,
                    Proposal.Estimate _ -> Stream.empty();
        };
    }

    private static Stream<String> modules(Proposal proposal) {
        return proposal instanceof Proposal.WorkIn work ? Stream.of(work.module()) : Stream.empty();
    }

    private static Stream<String> testLayers(Proposal proposal) {
        return proposal instanceof Proposal.TestIn test ? Stream.of(test.layer()) : Stream.empty();
    }

    private static Stream<String> phases(Proposal proposal) {
        return switch (proposal) {
            case Duty duty -> Stream.of(duty.phase());
            case CheckPhase check -> Stream.of(check.phase());
            default -> Stream.empty();
        };
    }
}

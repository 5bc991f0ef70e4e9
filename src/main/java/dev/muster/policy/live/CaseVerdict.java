package dev.muster.policy.live;

import dev.muster.limit.Allowance;
import dev.muster.policy.Pack;
import dev.muster.policy.cases.Case;
import dev.muster.policy.cases.CaseResult;
import dev.muster.policy.cases.CaseResult.Mismatch;
import dev.muster.policy.cases.CaseRunner;
import dev.muster.source.Fault;
import dev.muster.source.FaultException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How a pack's cases went.
 *
 * @param green how many are
 * @param red what each red one missed first, or what keeps the cases from being read
 */
public record CaseVerdict(int green, List<Fault> red) {
    public CaseVerdict {
        red = List.copyOf(red);
    }

    public boolean allGreen() {
        return red.isEmpty();
    }

    public static CaseVerdict of(Pack pack) {
        return of(pack, () -> false);
    }

    /**
     * Runs all cases.
     *
     * @param superseded whether nobody wants to know any more
     * @throws CancellationException once nobody does
     */
    public static CaseVerdict of(Pack pack, BooleanSupplier superseded) {
        try {
            List<Case> cases = CaseRunner.cases(pack);
            return Allowance.forMany(Allowance.timeOf(cases.size()), () -> of(pack, cases, superseded));
        } catch (FaultException e) {
            return new CaseVerdict(0, e.faults());
        }
    }

    private static CaseVerdict of(Pack pack, List<Case> cases, BooleanSupplier superseded) {
        List<Fault> red = new ArrayList<>();
        int green = 0;
        for (Case one : cases) {
            if (superseded.getAsBoolean()) {
                throw new CancellationException("The pack " + pack.name() + " was changed meanwhile.");
            }
            Fault missed = run(pack, one);
            if (missed == null) {
                green++;
            } else {
                red.add(missed);
            }
        }
        return new CaseVerdict(green, red);
    }

    private static @Nullable Fault run(Pack pack, Case one) {
        try {
            CaseResult result = CaseRunner.run(pack, one);
            return result.passed() ? null : fault(result);
        } catch (RuntimeException e) {
            return new Fault(one.place(), "The case \"%s\" could not be run: %s".formatted(one.name(), e));
        }
    }

    private static Fault fault(CaseResult result) {
        Mismatch first = result.mismatches().getFirst();
        String more = result.mismatches().size() == 1
                ? ""
                : " (and " + (result.mismatches().size() - 1) + " more)";
        return new Fault(
                first.place(),
                "The case \"%s\" is red: expected %s, found %s%s."
                        .formatted(result.name(), first.expected(), first.found(), more));
    }
}

package dev.muster.cli.policy;

import dev.muster.policy.cases.CaseResult;
import dev.muster.policy.cases.Coverage;
import dev.muster.policy.cases.Mutant;
import dev.muster.policy.cases.Mutation;
import dev.muster.policy.drl.RuleInfo;
import dev.muster.source.Place;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code policy test --format json} says. */
@RegisterForReflection
record CaseReport(
        long passed,
        long failed,
        List<Row> cases,
        @Nullable List<Covered> coverage,
        @Nullable List<Mutated> mutation) {

    @RegisterForReflection
    record Row(
            String pack,
            String name,
            String file,
            int line,
            boolean passed,
            List<Mismatch> mismatches,
            List<String> fired) {
        static Row of(CaseResult result) {
            Place place = result.place();
            return new Row(
                    result.pack(),
                    result.name(),
                    place.file(),
                    place.line(),
                    result.passed(),
                    result.mismatches().stream().map(Mismatch::of).toList(),
                    result.fired());
        }
    }

    @RegisterForReflection
    record Mismatch(String file, int line, int column, String expected, String found) {
        static Mismatch of(CaseResult.Mismatch mismatch) {
            Place place = mismatch.place();
            return new Mismatch(place.file(), place.line(), place.column(), mismatch.expected(), mismatch.found());
        }
    }

    /** Which rules and rows no case brings into play. */
    @RegisterForReflection
    record Covered(String pack, int rules, int rows, List<String> idleRules, List<String> idleRows) {
        static Covered of(Coverage coverage) {
            return new Covered(
                    coverage.pack(),
                    coverage.rules(),
                    coverage.rows(),
                    coverage.idleRules().stream().map(RuleInfo::shown).toList(),
                    coverage.idleRows().stream()
                            .map(row -> row.file() + ":" + row.line())
                            .toList());
        }
    }

    /** Which rules and rows can be taken out without a case going red. */
    @RegisterForReflection
    record Mutated(String pack, int tried, List<String> unnoticed) {
        static Mutated of(Mutation mutation) {
            return new Mutated(
                    mutation.pack(),
                    mutation.verdicts().size(),
                    mutation.unnoticed().stream().map(Mutant::shown).toList());
        }
    }

    static CaseReport of(
            List<CaseResult> results, @Nullable List<Coverage> coverage, @Nullable List<Mutation> mutation) {
        long passed = results.stream().filter(CaseResult::passed).count();
        return new CaseReport(
                passed,
                results.size() - passed,
                results.stream().map(Row::of).toList(),
                coverage == null ? null : coverage.stream().map(Covered::of).toList(),
                mutation == null ? null : mutation.stream().map(Mutated::of).toList());
    }
}

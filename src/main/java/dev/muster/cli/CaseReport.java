package dev.muster.cli;

import dev.muster.policy.cases.CaseResult;
import dev.muster.source.Place;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** What {@code policy test --format json} says. */
@RegisterForReflection
record CaseReport(long passed, long failed, List<Row> cases) {

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

    static CaseReport of(List<CaseResult> results) {
        long passed = results.stream().filter(CaseResult::passed).count();
        return new CaseReport(
                passed, results.size() - passed, results.stream().map(Row::of).toList());
    }
}

package dev.muster.run.report;

import dev.muster.agent.executor.CheckResult;
import dev.muster.agent.executor.Outcome.Succeeded;
import dev.muster.agent.executor.TestResults;
import dev.muster.run.event.RunEvent.CheckFinished;
import dev.muster.run.report.RunReport.CheckReport;
import dev.muster.run.report.RunReport.TestRun;
import dev.muster.run.report.RunReport.Verification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What checks and tests said last. What was only rehearsed verifies nothing. */
final class Verified {
    private static final Pattern TESTS = Pattern.compile(
            "(^|[^a-z])(unit|integration|acceptance|e2e)?-?tests?([^a-z]|$)|pytest|jest|vitest|mocha|rspec|phpunit|gotestsum",
            Pattern.CASE_INSENSITIVE);

    private final Map<String, TestRun> tests = new LinkedHashMap<>();
    private final Map<String, CheckReport> checks = new LinkedHashMap<>();
    private final Map<String, Boolean> passed = new LinkedHashMap<>();
    private final Map<String, Boolean> testsPassed = new LinkedHashMap<>();

    void add(String step, Succeeded handed) {
        TestResults results = handed.tests();
        if (results != null) {
            tests.put(
                    step,
                    new TestRun(
                            step, results.passed(), results.failed(), results.skipped(), results.coveragePercent()));
            if (!handed.rehearsed()) {
                testsPassed.put(step, results.failed() == 0);
            }
        }
    }

    void add(CheckFinished e) {
        String of = Objects.requireNonNull(e.step() != null ? e.step() : e.phase());
        CheckResult result = e.result();
        String command = String.join(" ", result.command());
        String key = of + "\n" + command;
        checks.put(
                key,
                new CheckReport(
                        of,
                        e.step() == null,
                        result.command(),
                        result.status().name().toLowerCase(Locale.ROOT),
                        result.message()));
        if (!result.rehearsed() && result.status() != CheckResult.Status.CANCELLED) {
            (isTest(command) ? testsPassed : passed).put(key, result.passed());
        }
    }

    static boolean isTest(String command) {
        return TESTS.matcher(command).find();
    }

    List<TestRun> tests() {
        return List.copyOf(tests.values());
    }

    List<CheckReport> checks() {
        return List.copyOf(checks.values());
    }

    Verification verification() {
        return new Verification(all(testsPassed.values().stream()), all(passed.values().stream()));
    }

    /** What must not be overlooked, where something was run. */
    String warning() {
        return (testsPassed.containsValue(false) ? " Tests fail." : "")
                + (passed.containsValue(false) ? " A check does not pass." : "");
    }

    private static @Nullable Boolean all(Stream<Boolean> told) {
        List<Boolean> all = told.toList();
        return all.isEmpty() ? null : !all.contains(false);
    }
}

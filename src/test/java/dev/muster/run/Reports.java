package dev.muster.run;

import static dev.muster.run.PlanOf.checked;
import static dev.muster.run.PlanOf.hinted;
import static dev.muster.run.PlanOf.optional;
import static dev.muster.run.PlanOf.phase;
import static dev.muster.run.PlanOf.step;

import dev.muster.agent.executor.Outcome;
import dev.muster.agent.executor.Session;
import dev.muster.agent.executor.TestResults;
import dev.muster.agent.executor.Usage;
import dev.muster.plan.OnFailure;
import dev.muster.plan.ReviewLevel;
import dev.muster.run.accept.Input;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs that have something to tell. */
public final class Reports {
    private Reports() {}

    /** Two phases done with rework, a failed test and a decision; the documentation not wanted. */
    public static Bench complete() {
        Bench run = atTests();
        run.check("Tests", false);
        run.answers("ann", "no", "");
        return run;
    }

    /** The same, while a person is asked. */
    public static Bench waiting() {
        Bench run = atTests();
        run.check("Tests", true);
        return run;
    }

    /** Ended by a person while the first of two steps was worked on. */
    public static Bench cancelled() {
        Bench run = new Bench(
                PlanOf.phases(phase("Build", step("a").done(), step("b", "a").done())));
        run.in(new Input.Cancel("ann", "enough"));
        return run;
    }

    private static Bench atTests() {
        Bench run = new Bench(PlanOf.phases(
                checked(
                        hinted(
                                phase(
                                        "Build",
                                        step("api")
                                                .reviewed("code", ReviewLevel.SOFT, 3)
                                                .done()),
                                "Is the API document valid?"),
                        OnFailure.STOP,
                        "npm run build"),
                checked(phase("Tests", step("tests", "api").done()), OnFailure.REPORT, "npm test"),
                optional(phase("Docs", step("docs", "tests").done()))));
        run.hands("api", built("The upload is there.", List.of("api/upload.ts"), List.of("api/app.ts"), null));
        run.pass(Duration.ofMinutes(7));
        run.wants("api", "code", "The size is not limited.");
        run.fails("api", true);
        run.wake();
        run.hands("api", built("The size is limited.", List.of("api/limits.ts"), List.of("api/upload.ts"), null));
        run.passes("api", "code");
        run.check("Build", true);
        run.hands(
                "tests",
                built("11 tests.", List.of("tests/upload.test.ts"), List.of(), new TestResults(10, 1, 0, 81.5)));
        return run;
    }

    private static Outcome.Succeeded built(
            String summary, List<String> created, List<String> changed, @Nullable TestResults tests) {
        return new Outcome.Succeeded(
                summary,
                summary,
                created,
                changed,
                null,
                List.of("Old invoices have no size."),
                List.of("Set MAX_UPLOAD in production."),
                List.of(),
                List.of("https://example.org/pull/7"),
                tests,
                new Usage(1000L, 200L, 0.25),
                new Session("claude", "s1", Usage.UNKNOWN),
                false);
    }
}

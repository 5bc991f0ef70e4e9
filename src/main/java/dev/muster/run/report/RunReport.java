package dev.muster.run.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.muster.run.event.Logged;
import dev.muster.run.event.RunBrief;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run comes to so far. The first six fields are those that orchestrators hand in.
 *
 * @param status {@code complete}, {@code in_progress}, {@code cancelled}, or {@code blocked} where it has ended otherwise or
 *     only people can bring it on
 * @param outcome where the run is, in its own words
 * @param rehearsed whether nobody was called, so that nothing of it is so
 * @param handedIn by whom, where it was no program that Muster called itself
 * @param components what was built, by module, or by phase where a step is in none
 */
public record RunReport(
        String status,
        String summary,
        @JsonProperty("phases_completed") List<String> phasesCompleted,
        @JsonProperty("files_created") List<String> filesCreated,
        Verification verification,
        @JsonProperty("next_steps") List<String> nextSteps,
        String run,
        String plan,
        int version,
        String pack,
        String title,
        String outcome,
        boolean rehearsed,
        @JsonProperty("files_changed") List<String> filesChanged,
        List<PhaseReport> phases,
        List<Component> components,
        List<TestRun> tests,
        List<CheckReport> checks,
        List<ReviewReport> reviews,
        List<Decided> decisions,
        List<Issue> issues,
        @JsonProperty("follow_ups") List<String> followUps,
        List<String> links,
        Use use,
        @JsonProperty("record") Trail trail,
        @JsonProperty("handed_in") List<Hand> handedIn) {
    public RunReport {
        phasesCompleted = List.copyOf(phasesCompleted);
        filesCreated = List.copyOf(filesCreated);
        nextSteps = List.copyOf(nextSteps);
        filesChanged = List.copyOf(filesChanged);
        phases = List.copyOf(phases);
        components = List.copyOf(components);
        tests = List.copyOf(tests);
        checks = List.copyOf(checks);
        reviews = List.copyOf(reviews);
        decisions = List.copyOf(decisions);
        issues = List.copyOf(issues);
        followUps = List.copyOf(followUps);
        links = List.copyOf(links);
        handedIn = handedIn == null ? List.of() : List.copyOf(handedIn); // older servers tell nothing of it
    }

    /** The report of a run as far as its events go. */
    public static RunReport of(RunBrief brief, Iterable<Logged> log) {
        Reporting reporting = new Reporting(brief);
        log.forEach(reporting::add);
        return reporting.report();
    }

    /**
     * The end of the events that this report was made of.
     *
     * @param lastHash kept elsewhere, it shows whether the events were rewritten since
     */
    public record Trail(
            long events, @JsonProperty("last_hash") String lastHash) {}

    /** Null where nothing was run that would tell. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Verification(
            @JsonProperty("all_tests_passed") @Nullable Boolean allTestsPassed,
            @JsonProperty("build_success") @Nullable Boolean buildSuccess) {}

    /**
     * How far a phase is; steps by name.
     *
     * @param within the phase that it is nested in; null where it is in none
     * @param blocked steps that failed, need one that failed, or wait for a person
     * @param notDone steps that had begun when the run ended
     * @param issues what was met on the way
     */
    public record PhaseReport(
            String name,
            @Nullable String within,
            String status,
            List<String> completed,
            List<String> skipped,
            @JsonProperty("in_progress") List<String> inProgress,
            List<String> pending,
            List<String> blocked,

            @JsonProperty("not_done") @JsonInclude(JsonInclude.Include.NON_EMPTY)
            List<String> notDone,

            List<Issue> issues) {}

    public record Component(
            String name,
            List<String> steps,
            List<String> summaries,
            @JsonProperty("files_created") List<String> filesCreated,
            @JsonProperty("files_changed") List<String> filesChanged) {}

    /** Tests that an agent says it ran. */
    public record TestRun(
            String step,
            int passed,
            int failed,
            int skipped,
            @JsonProperty("coverage_percent") @Nullable Double coveragePercent) {}

    /** A check as it ended last; {@code of} names its step or phase. */
    public record CheckReport(String of, boolean phase, List<String> command, String result, String message) {}

    /**
     * A review.
     *
     * @param result {@code passed}, {@code overridden}, {@code reported} where it went on without, {@code open}; {@code
     *     not-reviewed} where the work went on and nobody gave a verdict on it
     * @param open what was still to be put right when it was looked at last
     * @param by who said so last: a reviewer, or whoever overrode the review
     * @param why in their words; null where none were given
     */
    public record ReviewReport(
            String step,
            String gate,
            String level,
            int rounds,
            String result,
            List<String> open,
            @Nullable String by,
            @Nullable String why,
            @Nullable Instant at) {}

    /** Work or a verdict that a person or a worker handed in. */
    public record Hand(
            Instant at,
            String step,
            @Nullable String gate,
            String by,
            @Nullable String why) {}

    /** What a person decided. */
    public record Decided(Instant at, String question, String answer, String by, String why) {}

    /** What went wrong, and what was done about it; {@code of} names a step or phase. */
    public record Issue(Instant at, String of, String kind, String text, String remedy) {}

    /** @param minutes in which agents and checks were at work, or something was waited for that is no person */
    public record Use(
            @JsonProperty("started_at") @Nullable Instant startedAt,
            @JsonProperty("last_at") @Nullable Instant lastAt,
            long minutes,
            int calls,
            @JsonProperty("cost_usd") double costUsd,
            @JsonProperty("input_tokens") long inputTokens,
            @JsonProperty("output_tokens") long outputTokens) {}
}

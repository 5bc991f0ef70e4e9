package dev.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.Plans;
import dev.muster.app.json.Json;
import dev.muster.app.planning.PlanSummary;
import dev.muster.app.planning.Replay;
import dev.muster.app.refusal.PlanReason;
import dev.muster.app.refusal.PolicyReason;
import dev.muster.app.refusal.Reason;
import dev.muster.app.refusal.Refusal;
import dev.muster.app.refusal.ServerReason;
import dev.muster.app.refusal.StoreReason;
import dev.muster.cli.CommandRig.Ended;
import dev.muster.plan.Plan;
import dev.muster.source.Fault;
import dev.muster.source.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanVerbsTest {
    private static final Plan PLAN = Plans.plan("p1");

    private final CommandRig rig = new CommandRig();

    @Test
    void plan_is_made_of_the_words_and_shown_as_markdown() {
        Ended ended =
                rig.answering("plan", PLAN).run("plan", "Add", "an", "endpoint", "--pack", "backend", "--ref", "T-7");

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).startsWith("# ").contains("p1");
        assertThat(rig.calls()).hasSize(1).first().asString().contains("Add an endpoint", "pack=backend", "ref=T-7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "JSON"})
    void plan_is_shown_as_json_to_the_letter(String format) {
        Ended ended = rig.answering("plan", PLAN).run("plan", "Add an endpoint", "--format", format);

        assertThat(ended.out().strip()).isEqualTo(Json.pretty(PLAN).strip());
    }

    @Test
    void plan_is_shown_as_a_diagram() {
        assertThat(rig.answering("find", PLAN)
                        .run("show", "p1", "--format", "mermaid")
                        .out())
                .startsWith("flowchart");
        assertThat(rig.calls()).containsExactly("find(p1)");
    }

    @Test
    void task_is_read_from_a_file(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("task.md"), "Store invoices in S3.\n");
        Ended ended = rig.answering("plan", PLAN).run("plan", "--from", file.toString());

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(rig.calls()).first().asString().contains("Store invoices in S3.");
    }

    @Test
    void reasons_are_given_for_every_line_where_they_are_wanted() {
        String plain = rig.answering("find", PLAN).run("show", "p1").out();
        String reasoned = rig.run("show", "p1", "--why").out();

        assertThat(reasoned).contains("backend/selection.drl:12").hasSizeGreaterThan(plain.length());
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(new PlanReason.EmptyText(), 2, List.of("The task is empty.")),
                Arguments.of(new PlanReason.UnknownPack("bakend", List.of("backend")), 2, List.of("bakend", "backend")),
                Arguments.of(
                        new PolicyReason.BrokenPolicy(
                                "backend", List.of(new Fault(new Place("backend/x.drl", 3, 7), "no such fact"))),
                        3,
                        List.of("backend/x.drl:3:7: no such fact")),
                Arguments.of(new StoreReason.StoreFailed("no"), 1, List.of("muster: ")),
                Arguments.of(
                        new ServerReason.ServerOutOfReach("http://127.0.0.1:9", "it is away"),
                        1,
                        List.of("http://127.0.0.1:9")));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusal_is_told_on_standard_error_with_its_exit_code(Reason reason, int exitCode, List<String> words) {
        rig.answering("plan", given -> {
            throw new Refusal(reason);
        });
        Ended ended = rig.run("plan", "Add an endpoint");

        assertThat(ended.exitCode()).isEqualTo(exitCode);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains(words).contains(reason.advice());
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan|--pack", "plan|x|--format|xml", "show", "show|p1|--lines", "plans|--limit|many"})
    void what_makes_no_sense_is_told_before_anything_is_asked_for(String arguments) {
        Ended ended = rig.run(arguments.split("\\|"));

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).startsWith("muster: ");
        assertThat(rig.calls()).isEmpty();
    }

    @Test
    void answers_are_handed_over_and_the_next_version_is_shown() {
        Ended ended = rig.answering("answer", PLAN).run("answer", "p1", "who=customers", "size=a few MB");

        assertThat(ended.out()).startsWith("# ");
        assertThat(rig.calls()).containsExactly("answer(p1, {who=customers, size=a few MB})");
    }

    @Test
    void answers_that_are_missing_are_asked_for_where_nobody_sits_at_a_terminal() {
        Ended ended = rig.run("answer", "p1");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("The answers are missing: give QUESTION=TEXT.");
        assertThat(rig.calls()).isEmpty();
    }

    @Test
    void plans_are_listed_one_a_line() {
        PlanSummary summary = new PlanSummary(
                "p1",
                1,
                Instant.parse("2026-01-02T03:04:05Z"),
                Plan.Status.NEEDS_ANSWERS,
                "backend",
                "0123456789ab",
                "T-7",
                "Upload\u001b[31m of invoices");
        Ended ended = rig.answering("plans", List.of(summary)).run("plans", "--limit", "1000", "--before", "p9");

        assertThat(ended.out())
                .isEqualToNormalizingNewlines(
                        "p1  2026-01-02 03:04Z  needs-answers  backend  [T-7] Upload of invoices\n");
        assertThat(rig.calls()).containsExactly("plans(200, p9)");
    }

    @Test
    void plan_that_comes_out_otherwise_is_told_and_ends_with_one() {
        Replay same = new Replay("p1", "backend", "0123456789ab", true, List.of());
        Replay other = new Replay(
                "p1",
                "backend",
                "0123456789ab",
                false,
                List.of(new Replay.Difference("phases[0].name", "\"Build\"", "\"Test\"")));

        assertThat(rig.answering("replay", same).run("plan", "--replay", "p1").exitCode())
                .isZero();
        Ended ended = rig.answering("replay", other).run("plan", "--replay", "p1");
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.out()).contains("phases[0].name", "Build", "Test");
    }
}

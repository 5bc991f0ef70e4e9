package dev.muster.app.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.muster.TempData;
import dev.muster.app.LocalMuster;
import dev.muster.app.config.DataFolder;
import dev.muster.app.json.Json;
import dev.muster.app.planning.PlanStore;
import dev.muster.app.planning.Submission;
import dev.muster.app.refusal.PlanReason;
import dev.muster.app.refusal.Refusal;
import dev.muster.app.refusal.RunReason;
import dev.muster.hash.Sha256;
import dev.muster.plan.Plan;
import dev.muster.plan.TaskContext;
import dev.muster.run.event.Logged;
import dev.muster.run.event.Proof;
import dev.muster.run.event.RunEvent;
import dev.muster.run.event.RunMode;
import dev.muster.run.event.RunStatus;
import dev.muster.store.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Runs as the wired program carries them out. */
@QuarkusTest
@WithTestResource(TempData.class)
class LocalRunsTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    LocalMuster muster;

    @Inject
    LocalRuns runs;

    @Inject
    PlanStore plans;

    @Inject
    DataFolder data;

    @AfterEach
    void forgetOperator() throws IOException {
        Files.deleteIfExists(data.path().resolve("operator.yaml"));
    }

    private Plan ready() {
        Plan plan = muster.plan(new Submission(
                "",
                "The logo on the invoice page is blurry. Fix the typo in its caption, too.",
                null,
                null,
                TaskContext.NONE));
        assertThat(plan.status()).isEqualTo(Plan.Status.READY);
        return plan;
    }

    private void operator(String yaml) throws IOException {
        Files.writeString(data.path().resolve("operator.yaml"), yaml);
    }

    private RunView awaitEnd(String run) {
        long end = System.nanoTime() + SOON.toNanos();
        long after = 0;
        while (!runs.find(run).run().status().ended() && System.nanoTime() < end) {
            List<Logged> events = runs.events(run, after, 1000, Duration.ofSeconds(1));
            after += events.size();
            for (InboxEntry asked : runs.inbox(run, 10)) {
                answer(asked);
            }
        }
        return runs.find(run);
    }

    private void answer(InboxEntry asked) {
        if (asked.kind().equals("work")) {
            return;
        }
        String usual = asked.usual();
        runs.answer(
                asked.run(),
                asked.id(),
                usual == null ? asked.choices().getFirst() : usual,
                new Signature("bob", "fine", Proof.KEY));
    }

    @Test
    void plan_is_rehearsed_where_nobody_can_be_called_and_that_is_said() {
        Plan plan = ready();

        StartedRun started = runs.start(new RunRequest(plan.id(), "ada", false, null, 1L));

        assertThat(started.note()).startsWith("Nothing says how agents are called, so this is a rehearsal");
        assertThat(started.run().run().mode()).isEqualTo(RunMode.REHEARSAL);
        RunView ended = awaitEnd(started.run().run().id());
        assertThat(ended.run().status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(ended.phases())
                .flatExtracting(RunView.PhaseView::steps)
                .allSatisfy(step -> assertThat(step.status()).isEqualTo("done"));
        assertThat(runs.audit(ended.run().id(), null).faults()).isEmpty();
        assertThat(runs.list(1, null))
                .extracting(RunSummary::id)
                .containsExactly(ended.run().id());
    }

    @Test
    void inbox_tells_the_same_of_what_an_older_version_asked() throws IOException {
        operator("agents:\n  - {pack: '*', agent: '*', executor: person}\n");
        String run = runs.start(new RunRequest(ready().id(), "ada", false, null, 1L))
                .run()
                .run()
                .id();
        while (runs.inbox(run, 10).isEmpty()) {
            runs.events(run, 1, 1, Duration.ofSeconds(1));
        }
        List<InboxEntry> now = runs.inbox(run, 10);

        try (TestDatabase database = TestDatabase.at(TestDatabase.fileIn(data.path()))) {
            database.forgetSubjects();
        }

        assertThat(now).first().satisfies(entry -> {
            assertThat(entry.title()).contains("logo");
            assertThat(entry.folder()).endsWith("/runs/" + run + "/work");
        });
        assertThat(runs.inbox(run, 10)).isEqualTo(now);
        runs.cancel(run, "ada", "enough");
    }

    @Test
    void worker_gets_all_that_an_agent_is_told_and_hands_in_its_result() throws IOException {
        operator("agents:\n  - {pack: '*', agent: '*', executor: worker}\n");
        Plan plan = ready();
        String run = runs.start(new RunRequest(plan.id(), "ada", false, null, 1L))
                .run()
                .run()
                .id();

        while (!runs.find(run).run().status().ended()) {
            var order = runs.claim(new Runs.Claiming("w1", Proof.NONE, List.of("worker"), 5));
            if (order != null) {
                assertThat(order.get("prompt").asText()).contains("caption");
                Runs.HeldWork held = new Runs.HeldWork(
                        run,
                        order.get("key").asText(),
                        order.get("fence").asLong(),
                        order.get("claim").asText());
                runs.heartbeat(held);
                runs.progress(held, "at it");
                runs.result(held, JsonNodeFactory.instance.objectNode().put("text", """
                        {"status": "done", "summary": "did it", "verdict": "pass", "findings": []}"""));
            }
        }

        assertThat(runs.find(run).run().status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(runs.events(run, 0, 1000, Duration.ZERO))
                .extracting(Logged::event)
                .hasAtLeastOneElementOfType(RunEvent.AttemptProgressed.class);
        assertThat(runs.audit(run, null).sound()).isTrue();
    }

    @Test
    void program_of_the_operator_does_the_work_in_the_workspace() throws IOException {
        operator("""
                executors:
                  echo: {kind: command, command: [/bin/sh, -c, 'cat > asked.txt; echo done'], result: text}
                agents:
                  - {pack: '*', agent: '*', executor: echo}
                """);
        Path workspace = Files.createTempDirectory("workspace");
        Plan plan = ready();

        String run = runs.start(new RunRequest(plan.id(), "ada", false, workspace.toString(), 1L))
                .run()
                .run()
                .id();
        RunView ended = awaitEnd(run);

        assertThat(ended.run().mode()).isEqualTo(RunMode.REAL);
        assertThat(workspace.resolve("asked.txt")).content().contains("caption");
        assertThat(Files.getPosixFilePermissions(data.path().resolve("runs").resolve(run)))
                .doesNotContainAnyElementsOf(PosixFilePermissions.fromString("---rwxrwx"));
    }

    @Test
    void plan_with_open_questions_cannot_be_run() {
        Plan plan = muster.plan(
                new Submission("", "Make the login better somehow", "fastapi-firebase", null, TaskContext.NONE));
        assertThat(plan.status()).isEqualTo(Plan.Status.NEEDS_ANSWERS);

        assertThatThrownBy(() -> runs.start(new RunRequest(plan.id(), "ada", false, null, null)))
                .isInstanceOfSatisfying(
                        Refusal.class, e -> assertThat(e.reason()).isInstanceOf(PlanReason.PlanNotReady.class));
    }

    @Test
    void what_is_not_there_is_refused() {
        assertThatThrownBy(() -> runs.find("r0")).hasMessage("There is no run \"r0\".");
        assertThatThrownBy(() -> runs.start(new RunRequest("p0", "ada", false, null, null)))
                .hasMessage("There is no plan \"p0\".");
        assertThatThrownBy(() -> runs.start(new RunRequest("p0", " ", false, null, null)))
                .hasMessage("Nobody is named, and a run records who did what.");
    }

    @Test
    void run_that_was_cancelled_is_not_cancelled_again() throws IOException {
        operator("agents:\n  - {pack: '*', agent: '*', executor: person}\n");
        String run = runs.start(new RunRequest(ready().id(), "ada", false, null, 1L))
                .run()
                .run()
                .id();

        awaitPersonAsked(run);

        runs.cancel(run, "ada", "changed my mind");

        assertThat(awaitEnd(run).run().status()).isEqualTo(RunStatus.CANCELLED);
        assertThatThrownBy(() -> runs.cancel(run, "ada", "again"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        e -> assertThat(e.reason())
                                .isInstanceOfSatisfying(
                                        RunReason.NotTaken.class,
                                        reason -> assertThat(reason.word()).isEqualTo("ended")));
        assertThatThrownBy(() -> runs.resume(run)).hasMessageContaining("has ended: it is cancelled");
        assertThat(runs.find(run).phases().toString())
                .doesNotContain("in-progress")
                .contains("status=cancelled");
    }

    private void awaitPersonAsked(String run) {
        long seen = 0;
        while (runs.inbox(run, 1).isEmpty()) {
            List<Logged> events = runs.events(run, seen, 100, Duration.ofSeconds(5));
            seen = events.isEmpty() ? seen : events.getLast().seq();
        }
    }

    private String ended() {
        StartedRun started = runs.start(new RunRequest(ready().id(), "ada", true, null, 1L));
        return awaitEnd(started.run().run().id()).run().id();
    }

    private void tamper(String sql) {
        try (TestDatabase database = TestDatabase.at(TestDatabase.fileIn(data.path()))) {
            assertThat(database.say(sql + " returning 1")).as(sql).isEqualTo(1);
        }
    }

    private List<String> faults(String run) {
        return runs.audit(run, null).faults().stream()
                .map(fault -> fault.seq() + ": " + fault.text())
                .toList();
    }

    @Test
    void record_that_was_changed_in_the_database_is_found() {
        String run = ended();
        String hash = runs.audit(run, null).lastHash();
        assertThat(runs.report(run).trail().lastHash()).isEqualTo(hash);
        assertThat(runs.audit(run, hash).sound()).isTrue();
        assertThat(runs.audit(run, "0000").sound()).isFalse();
        long last = runs.audit(run, null).events();

        tamper("update run_events set json = replace(json, 'ada', 'eve') where seq = 1 and run_id = '%s'"
                .formatted(run));
        assertThat(faults(run))
                .containsExactly(
                        "1: What is kept of the run beside its events is not what it was started with: startedBy.",
                        "1: Its content is not what was hashed: it was changed.");
        tamper("update run_events set json = replace(json, 'eve', 'ada') where seq = 1 and run_id = '%s'"
                .formatted(run));
        assertThat(faults(run)).isEmpty();

        tamper("update runs set last_hash = '0' where id = '%s'".formatted(run));
        assertThat(faults(run))
                .containsExactly(last + ": The last hash is not the one that the run has: the log was rewritten.");
    }

    @Test
    void plan_that_was_changed_after_a_run_began_is_found_also_where_its_hash_was_changed_too() {
        String run = ended();
        String plan = runs.find(run).run().plan();

        tamper("update plans set json = replace(json, 'typo', 'error') where id = '%s'".formatted(plan));
        assertThat(faults(run))
                .containsExactly("1: The plan that is kept is not the one that the run was started with.");

        String changed = Sha256.of(Json.line(Objects.requireNonNull(plans.find(plan))));
        tamper("update runs set plan_hash = '%s' where id = '%s'".formatted(changed, run));
        assertThat(faults(run))
                .containsExactly(
                        "1: What is kept of the run beside its events is not what it was started with: planHash.");
    }
}

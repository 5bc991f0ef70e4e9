package dev.muster.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.app.Plans;
import dev.muster.app.refusal.AccessReason;
import dev.muster.app.refusal.Refusal;
import dev.muster.run.engine.RunHead;
import dev.muster.run.engine.RunLog;
import dev.muster.run.event.Assigned;
import dev.muster.run.event.Chain;
import dev.muster.run.event.ExecutorKind;
import dev.muster.run.event.RunBrief;
import dev.muster.run.event.RunMode;
import dev.muster.run.event.RunStatus;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProgramsAtWorkTest {
    private static final Instant SESSION = Instant.parse("2026-01-05T08:00:00Z");

    /** Newest first, as a log lists them. */
    private final Map<String, RunHead> heads = new LinkedHashMap<>();

    private final Map<String, RunBrief> briefs = new LinkedHashMap<>();

    private void run(String id, Instant began, RunStatus status, ExecutorKind kind) {
        heads.put(
                id,
                new RunHead(id, "p", 1, "any", "Invoices", RunMode.REAL, status, "ann", began, began, 0, Chain.of(id)));
        briefs.put(
                id,
                new RunBrief(
                        id,
                        Plans.plan("p"),
                        "hash",
                        RunMode.REHEARSAL,
                        "ann",
                        Map.of("worker", new Assigned("any", kind, null)),
                        1,
                        null));
    }

    /** Lists one run at a time, so that no page is forgotten. */
    private List<RunHead> page(@Nullable String before) {
        List<String> ids = List.copyOf(heads.keySet());
        int at = before == null ? 0 : ids.indexOf(before) + 1;
        return at == ids.size() ? List.of() : List.of(heads.get(ids.get(at)));
    }

    private RunLog log() {
        return (RunLog) Proxy.newProxyInstance(
                RunLog.class.getClassLoader(),
                new Class<?>[] {RunLog.class},
                (_, method, given) -> switch (method.getName()) {
                    case "list" -> page((String) given[1]);
                    case "brief" -> briefs.get((String) given[0]);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    /** Whoever calls has a terminal since {@link #SESSION}, and shows nothing of where it comes from. */
    private ProgramsAtWork called(boolean tellable) {
        return new ProgramsAtWork(log(), new PersonAtTerminal() {
            @Override
            public @Nullable String runAtWork() {
                return null;
            }

            @Override
            public boolean isTellable() {
                return tellable;
            }

            @Override
            public boolean isOlderThan(Instant began) {
                return SESSION.isBefore(began);
            }
        });
    }

    @Test
    void terminal_that_is_younger_than_an_open_run_with_programs_is_nobodys() {
        run("r3", SESSION.plusSeconds(60), RunStatus.RUNNING, ExecutorKind.INSIDE);
        run("r2", SESSION.minusSeconds(60), RunStatus.WAITING, ExecutorKind.INSIDE);
        run("r1", SESSION.minusSeconds(600), RunStatus.COMPLETED, ExecutorKind.INSIDE);

        assertThatThrownBy(() -> called(true).checkPerson("making a key"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason())
                                .isEqualTo(new AccessReason.ProgramsCouldCall("r2", "making a key")));
        assertThatCode(() -> called(false).checkPerson("making a key"))
                .as("where nobody at a terminal is known, no run could be decided else")
                .doesNotThrowAnyException();
    }

    @Test
    void terminal_that_was_there_before_is_a_persons_and_so_is_any_where_no_programs_work() {
        run("r3", SESSION.plusSeconds(60), RunStatus.RUNNING, ExecutorKind.INSIDE);
        run("r2", SESSION.minusSeconds(60), RunStatus.WAITING, ExecutorKind.PERSON);
        run("r1", SESSION.minusSeconds(600), RunStatus.CANCELLED, ExecutorKind.INSIDE);

        assertThatCode(() -> called(true).checkPerson("making a key")).doesNotThrowAnyException();
    }
}

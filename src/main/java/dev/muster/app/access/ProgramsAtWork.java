package dev.muster.app.access;

import dev.muster.app.refusal.AccessReason;
import dev.muster.app.refusal.Refusal;
import dev.muster.run.engine.RunHead;
import dev.muster.run.engine.RunLog;
import dev.muster.run.state.Route;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is a person's from programs that work for runs, also from one that hides where it comes from: while a run is open for
 * which Muster starts programs, a terminal that was there before it is the only place of which it is known that none is there.
 */
@ApplicationScoped
public class ProgramsAtWork {
    private static final int PAGE = 200;

    private final RunLog log;
    private final PersonAtTerminal person;

    ProgramsAtWork(RunLog log, PersonAtTerminal person) {
        this.log = log;
        this.person = person;
    }

    /**
     * Refuses whoever could be a program of a run. Where the system does not show who is at a terminal, those alone are found that
     * still show where they come from.
     *
     * @param what is a person's to do
     */
    public void checkPerson(String what) {
        person.checkNoProgram(what);
        if (person.isTellable()) {
            oldest().filter(run -> !person.isOlderThan(run.createdAt())).ifPresent(run -> {
                throw new Refusal(new AccessReason.ProgramsCouldCall(run.runId(), what));
            });
        }
    }

    /** The oldest run that is open and has programs. */
    private Optional<RunHead> oldest() {
        return pages().flatMap(List::stream)
                .filter(run -> !run.status().ended())
                .filter(run -> Route.hasPrograms(log.brief(run.runId())))
                .min(Comparator.comparing(RunHead::createdAt));
    }

    private Stream<List<RunHead>> pages() {
        return Stream.iterate(
                page(null), page -> !page.isEmpty(), page -> page(page.getLast().runId()));
    }

    private List<RunHead> page(@Nullable String before) {
        return log.list(PAGE, before);
    }
}

package dev.muster.app.runs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.agent.executor.CallMethod;
import dev.muster.agent.executor.Outcome;
import dev.muster.agent.executor.prompt.WorkOrder;
import dev.muster.app.access.Access;
import dev.muster.app.json.Json;
import dev.muster.app.operator.OperatorFile;
import dev.muster.app.planning.PlanIds;
import dev.muster.app.planning.PlanStore;
import dev.muster.app.refusal.AccessReason;
import dev.muster.app.refusal.PlanReason;
import dev.muster.app.refusal.Refusal;
import dev.muster.app.refusal.RunReason;
import dev.muster.hash.Sha256;
import dev.muster.plan.Plan;
import dev.muster.run.accept.Acceptance;
import dev.muster.run.accept.Input;
import dev.muster.run.engine.Claim;
import dev.muster.run.engine.ClaimRefused;
import dev.muster.run.engine.Claimant;
import dev.muster.run.engine.OwnRuns;
import dev.muster.run.engine.RunEngine;
import dev.muster.run.engine.RunHead;
import dev.muster.run.engine.RunLog;
import dev.muster.run.engine.StoreFailure;
import dev.muster.run.engine.Waiting;
import dev.muster.run.engine.Workplace;
import dev.muster.run.event.ExecutorKind;
import dev.muster.run.event.Logged;
import dev.muster.run.event.Proof;
import dev.muster.run.event.RunBrief;
import dev.muster.run.event.RunStatus;
import dev.muster.run.event.Subject;
import dev.muster.run.fold.RunState;
import dev.muster.run.order.Subjects;
import dev.muster.run.report.Audit;
import dev.muster.run.report.RunReport;
import dev.muster.run.state.OpenCall;
import dev.muster.source.EnumWord;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Runs that are carried out in this process, or by whoever shares its store. */
@ApplicationScoped
public class LocalRuns implements Runs {
    private static final Duration USUAL_LEASE = Duration.ofSeconds(60);
    /** Of what a worker shows: nobody guesses 256 bits. */
    private static final int TOKEN_BYTES = 32;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final PlanStore plans;
    private final RunLog log;
    private final RunEngine engine;
    private final RunCallers callers;
    private final Workplace workplace;
    private final OperatorFile operator;
    private final Access access;
    private final PlanIds ids;
    private final RandomGenerator random;
    private final RunFolders folders;
    private final OwnRuns startedHere;
    private volatile boolean open;

    LocalRuns(
            PlanStore plans,
            RunLog log,
            RunEngine engine,
            RunCallers callers,
            Workplace workplace,
            OperatorFile operator,
            Access access,
            RunFolders folders,
            InstantSource clock,
            RandomGenerator random) {
        this.plans = plans;
        this.log = log;
        this.engine = engine;
        this.callers = callers;
        this.workplace = workplace;
        this.operator = operator;
        this.access = access;
        this.folders = folders;
        this.ids = new PlanIds(clock, random);
        this.random = random;
        this.startedHere = new OwnRuns(log::head);
    }

    /** Carries out whatever there is until this process ends, as a server does. */
    public void serve() {
        open = true;
        kept(() -> {
            engine.open();
            return open;
        });
    }

    /** Carries out what is started or resumed here until this process ends; it then waits to be resumed. */
    public void carryOutOwn() {
        open = true;
        kept(() -> {
            engine.openForOwn();
            return open;
        });
    }

    void beforeEnd(@Observes(notifyObserver = Reception.IF_EXISTS) ShutdownEvent event) {
        if (open) {
            engine.close();
        }
    }

    @Override
    public StartedRun start(RunRequest request) {
        named(request.by());
        Plan plan = runnable(request.plan());
        RunCallers.Callers who = callers.of(plan, request.rehearse());
        RunBrief brief = new RunBrief(
                ids.next(),
                plan,
                Sha256.of(Json.line(plan)),
                who.mode(),
                request.by(),
                who.byAgent(),
                request.seed() == null ? random.nextLong() : request.seed(),
                workspace(request.workspace()));
        return kept(() -> {
            engine.start(brief);
            startedHere.add(brief.runId());
            return new StartedRun(find(brief.runId()), who.configured() ? null : """
                    Nothing says how agents are called, so this is a rehearsal: nobody is called, and every outcome is made up.\
                     Name executors in operator.yaml to have the work done.""");
        });
    }

    private Plan runnable(String id) {
        Plan plan = plans.find(id);
        if (plan == null) {
            throw new Refusal(new PlanReason.NoSuchPlan(id));
        }
        if (plan.status() != Plan.Status.READY) {
            throw new Refusal(new PlanReason.PlanNotReady(
                    id, plan.allQuestions().map(Plan.Question::id).toList()));
        }
        return plan;
    }

    /** Who may not work in a folder is not told whether it is there. */
    private @Nullable String workspace(@Nullable String folder) {
        if (folder == null) {
            return null;
        }
        Path path = path(folder);
        if (!access.isOpen() && (path == null || !operator.config().workspaces().allows(path))) {
            throw new Refusal(new RunReason.WorkspaceNotAllowed(folder));
        }
        if (path == null || !Files.isDirectory(path)) {
            throw new Refusal(new RunReason.NoSuchWorkspace(folder));
        }
        return path.toString();
    }

    /** Null where no folder can be called so. */
    private static @Nullable Path path(String folder) {
        try {
            return Path.of(folder).toAbsolutePath().normalize();
        } catch (InvalidPathException _) {
            return null;
        }
    }

    @Override
    public RunView find(String runId) {
        return kept(() -> {
            RunHead head = head(runId);
            RunState state = state(runId);
            return RunView.of(summary(head), state, inbox(runId, Integer.MAX_VALUE, _ -> state));
        });
    }

    @Override
    public List<RunSummary> list(int limit, @Nullable String before) {
        return kept(() -> log.list(limit, before).stream().map(this::summary).toList());
    }

    private RunSummary summary(RunHead head) {
        return RunSummary.of(head, engine.isLeft(head));
    }

    @Override
    public List<Logged> events(String runId, long after, int limit, Duration atMost) {
        return kept(() -> {
            RunHead head = head(runId);
            if (head.end().seq() <= after && !head.status().ended()) {
                engine.awaitEvents(runId, after, atMost.compareTo(LONGEST_WAIT) < 0 ? atMost : LONGEST_WAIT);
            }
            return log.events(runId, after, limit);
        });
    }

    @Override
    public RunView answer(String runId, String askId, String answer, Signature signature) {
        return given(
                runId,
                new Input.Answer(
                        askId, answer, named(signature.by()), signature.why(), proof(runId, signature.proof())));
    }

    @Override
    public RunView override(String runId, String step, String gate, Signature signature) {
        return given(runId, new Input.Override(step, gate, named(signature.by()), signature.why(), signature.proof()));
    }

    @Override
    public RunView cancel(String runId, String by, String why) {
        return given(runId, new Input.Cancel(named(by), why));
    }

    @Override
    public RunView resume(String runId) {
        return kept(() -> {
            RunStatus status = head(runId).status();
            if (status.ended()) {
                throw new Refusal(new RunReason.NotTaken(
                        "ended",
                        "The run " + runId + " has ended: it is " + EnumWord.of(status)
                                + ". Nothing is left to go on with; `muster report " + runId
                                + "` says what came of it."));
            }
            engine.resume(runId);
            return find(runId);
        });
    }

    @Override
    public RunReport report(String runId) {
        return kept(() -> {
            head(runId);
            return RunReport.of(log.brief(runId), log.events(runId, 0, Integer.MAX_VALUE));
        });
    }

    @Override
    public RunAudit audit(String runId, @Nullable String kept) {
        return kept(() -> {
            RunHead head = head(runId);
            List<Logged> events = log.events(runId, 0, Integer.MAX_VALUE);
            List<Audit.Fault> faults = new ArrayList<>();
            RunBrief brief = log.brief(runId);
            if (!brief.planHash().equals(Sha256.of(log.planText(runId)))) {
                faults.add(new Audit.Fault(1, "The plan that is kept is not the one that the run was started with."));
            }
            if (!events.isEmpty()) {
                faults.addAll(Audit.verifyStart(brief, events.getFirst()));
            }
            if (kept != null) {
                faults.addAll(Audit.verifyKept(events, kept));
            }
            faults.addAll(Audit.verify(runId, events, head.end()));
            return new RunAudit(runId, head.end().seq(), head.end().hash(), faults.isEmpty(), faults);
        });
    }

    @Override
    public List<InboxEntry> inbox(@Nullable String runId, int limit) {
        return kept(() -> {
            Map<String, RunState> states = new HashMap<>();
            return inbox(runId, limit, run -> states.computeIfAbsent(run, this::state));
        });
    }

    private List<InboxEntry> inbox(@Nullable String runId, int limit, Function<String, RunState> states) {
        return log.inbox(runId, limit).stream()
                .map(asked -> entry(asked, states))
                .toList();
    }

    /** The events are read where an older version asked, and only there: there may be many who wait. */
    private InboxEntry entry(Waiting.Asked asked, Function<String, RunState> states) {
        Subject kept = asked.subject();
        Subject subject = kept == null ? Subjects.of(states.apply(asked.runId()), asked.asked()) : kept;
        return InboxEntry.of(asked, subject, folder(asked.runId(), subject));
    }

    /** A pack that names a folder outside of the workspace has its fault told where the step is called. */
    private @Nullable String folder(String runId, Subject subject) {
        Subject.Where where = subject.where();
        try {
            return where == null ? null : folders.folder(runId, where).toString();
        } catch (Workplace.CannotWork _) {
            return null;
        }
    }

    @Override
    public RunView handIn(String runId, String key, Signature signature, JsonNode report) {
        named(signature.by());
        OpenCall call = openCall(runId, key);
        Outcome outcome = call.kind() == ExecutorKind.PERSON
                ? PersonReport.read(call.purpose(), report)
                : Reports.read(call.purpose(), report);
        return given(runId, new Input.HandedIn(key, signature.by(), signature.why(), signature.proof(), outcome));
    }

    /** Only this process knows that it started a run; whoever else says so has nothing to show. */
    private Proof proof(String runId, Proof said) {
        return said == Proof.STARTER && !startedHere.contains(runId) ? Proof.NONE : said;
    }

    @Override
    public @Nullable ObjectNode claim(Claiming claiming) {
        for (String executor : claiming.executors()) {
            if (!(kept(() -> workplace.how(executor)) instanceof CallMethod.Worker)) {
                throw new Refusal(new RunReason.NotTaken(
                        "invalid", "The executor \"" + executor + "\" is none that workers fetch work for."));
            }
        }
        return kept(() -> {
            Duration wait = Duration.ofSeconds(claiming.waitSeconds());
            Claim claim = engine.claim(
                    claiming.executors(),
                    new Claimant(claiming.worker(), token(), claiming.proof(), lease(claiming.executors())),
                    wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
            return claim == null
                    ? null
                    : WorkOrder.of(claim.assignment())
                            .put("claim", claim.token())
                            .put("leasedUntil", claim.leasedUntil().toString());
        });
    }

    private String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Several executors with different leases are as good as the one with the shortest. */
    private Duration lease(List<String> executors) {
        return executors.stream()
                .map(workplace::how)
                .map(how -> how instanceof CallMethod.Worker worker ? worker.lease() : USUAL_LEASE)
                .min(Duration::compareTo)
                .orElse(USUAL_LEASE);
    }

    @Override
    public void heartbeat(HeldWork held) {
        OpenCall call = openCall(held.run(), held.key());
        boolean still = call.isClaimedWith(held.claim())
                && kept(() -> engine.renew(
                        held.key(),
                        Objects.requireNonNull(call.holder()),
                        held.fence(),
                        lease(List.of(call.executor()))));
        if (!still) {
            throw new Refusal(new RunReason.NotTaken(
                    "stale", "The call " + held.key() + " is not, or no longer, that of whoever shows this claim."));
        }
    }

    @Override
    public void progress(HeldWork held, String text) {
        given(held.run(), new Input.WorkerProgress(held.key(), held.fence(), held.claim(), text));
    }

    @Override
    public void result(HeldWork held, JsonNode report) {
        OpenCall call = openCall(held.run(), held.key());
        given(
                held.run(),
                new Input.WorkerResult(held.key(), held.fence(), held.claim(), Reports.read(call.purpose(), report)));
    }

    private OpenCall openCall(String runId, String key) {
        return kept(() -> state(runId)).openCalls().stream()
                .filter(call -> call.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Refusal(new RunReason.NotTaken(
                        "stale", "The run " + runId + " does not wait for the call " + key + ".")));
    }

    private RunView given(String runId, Input.FromOutside input) {
        return kept(() -> {
            head(runId);
            if (engine.give(runId, input) instanceof Acceptance.Refused refused) {
                throw new Refusal(
                        refused.kind() == Acceptance.Kind.UNPROVEN
                                ? new AccessReason.KeyNeeded(refused.message())
                                : new RunReason.NotTaken(EnumWord.of(refused.kind()), refused.message()));
            }
            return find(runId);
        });
    }

    private RunHead head(String runId) {
        RunHead head = log.head(runId);
        if (head == null) {
            throw new Refusal(new RunReason.NoSuchRun(runId));
        }
        return head;
    }

    private RunState state(String runId) {
        RunState state = engine.state(runId);
        if (state == null) {
            throw new Refusal(new RunReason.NoSuchRun(runId));
        }
        return state;
    }

    private static String named(String by) {
        if (by.isBlank()) {
            throw new Refusal(new RunReason.NobodyNamed());
        }
        return by;
    }

    /** The store says in its own words what is wrong with it. */
    private static <T extends @Nullable Object> T kept(Supplier<T> work) {
        try {
            return work.get();
        } catch (StoreFailure e) {
            throw e.getCause() instanceof Refusal refusal ? refusal : e;
        } catch (Workplace.CannotWork e) {
            throw new Refusal(new RunReason.NobodyToCall(List.of(String.valueOf(e.getMessage()))), e);
        } catch (ClaimRefused e) {
            throw new Refusal(new AccessReason.WorkersKeyNeeded(String.valueOf(e.getMessage())), e);
        }
    }
}

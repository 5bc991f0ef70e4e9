package dev.muster.cli.services;

import dev.muster.app.LivePolicies;
import dev.muster.app.LocalMuster;
import dev.muster.app.Muster;
import dev.muster.app.PolicyControl;
import dev.muster.app.Serving;
import dev.muster.app.access.AccessRole;
import dev.muster.app.access.Keys;
import dev.muster.app.access.PersonAtTerminal;
import dev.muster.app.access.ProgramsAtWork;
import dev.muster.app.authoring.AgentBench;
import dev.muster.app.authoring.PackFromAgents;
import dev.muster.app.authoring.PolicyAuthor;
import dev.muster.app.authoring.PolicyBench;
import dev.muster.app.authoring.PolicyImpact;
import dev.muster.app.backup.Backup;
import dev.muster.app.backup.Restore;
import dev.muster.app.config.MusterConfig;
import dev.muster.app.config.ServerLock;
import dev.muster.app.planning.PlanTask;
import dev.muster.app.runs.LocalRuns;
import dev.muster.app.runs.Runs;
import dev.muster.cli.remote.RestMuster;
import dev.muster.cli.remote.RestPolicies;
import dev.muster.cli.remote.RestRuns;
import dev.muster.cli.terminal.Terminal;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What commands work with. */
@ApplicationScoped
public class Services {
    private final MusterConfig config;
    private final ServerLock lock;
    private final LocalMuster local;
    private final PlanTask planTask;
    private final Serving serving;
    private final PolicyBench bench;
    private final LivePolicies livePolicies;
    private final PolicyImpact impact;
    private final PolicyAuthor author;
    private final AgentBench agentBench;
    private final PackFromAgents packFromAgents;
    private final Keys keys;
    private final LocalRuns localRuns;
    private final Backup backup;
    private final Restore restore;
    private final PersonAtTerminal person;
    private final ProgramsAtWork programs;

    Services(
            MusterConfig config,
            ServerLock lock,
            LocalMuster local,
            PlanTask planTask,
            Serving serving,
            PolicyBench bench,
            LivePolicies livePolicies,
            PolicyImpact impact,
            PolicyAuthor author,
            AgentBench agentBench,
            PackFromAgents packFromAgents,
            Keys keys,
            LocalRuns localRuns,
            Backup backup,
            Restore restore,
            PersonAtTerminal person,
            ProgramsAtWork programs) {
        this.config = config;
        this.lock = lock;
        this.local = local;
        this.planTask = planTask;
        this.serving = serving;
        this.bench = bench;
        this.livePolicies = livePolicies;
        this.impact = impact;
        this.author = author;
        this.agentBench = agentBench;
        this.packFromAgents = packFromAgents;
        this.keys = keys;
        this.localRuns = localRuns;
        this.backup = backup;
        this.restore = restore;
        this.person = person;
        this.programs = programs;
    }

    /** Plans here, and keeps nothing. */
    public PlanTask planTask() {
        return planTask;
    }

    /** The server that was named, else the one that has the data folder, else this process. */
    public Muster muster() {
        URI server = server();
        return server == null ? local : rest(server);
    }

    /** Likewise. */
    public PolicyControl policies() {
        URI server = server();
        return server == null ? livePolicies : new RestPolicies(rest(server));
    }

    /** Runs, to look at them and to say something to them. */
    public Runs runs() {
        URI server = server();
        return server == null ? localRuns : new RestRuns(rest(server));
    }

    /** Likewise, and where no server does it, this process carries out what it starts or resumes. */
    public Runs carryingOut() {
        if (server() == null) {
            localRuns.carryOutOwn();
        }
        return runs();
    }

    private RestMuster rest(URI server) {
        return new RestMuster(server, config.key().orElse(null));
    }

    @Nullable
    public URI server() {
        return config.url().orElseGet(lock::server);
    }

    /** Whether every line on standard error is to be JSON. */
    public boolean logsJson() {
        return config.log() == MusterConfig.LogForm.JSON;
    }

    public PolicyBench bench() {
        return bench;
    }

    public PolicyImpact impact() {
        return impact;
    }

    public PolicyAuthor author() {
        return author;
    }

    public AgentBench agentBench() {
        return agentBench;
    }

    public PackFromAgents packFromAgents() {
        return packFromAgents;
    }

    /**
     * Whoever gives this command.
     *
     * @param as the name that was said; null where none was
     */
    public Speaker speaker(@Nullable String as) {
        String key = config.key().orElse(null);
        return server() == null
                ? Speaker.here(as, key, keys, person, Terminal.isOne())
                : Speaker.atServer(as, key != null, person);
    }

    /**
     * Refuses a program that works for a run; whoever has the key of an admin is none.
     *
     * @param what is done to keys
     */
    public void checkMayKeepKeys(String what) {
        boolean admin = config.key()
                .map(keys::verify)
                .filter(keys::isKept)
                .map(key -> key.granted().contains(AccessRole.ADMIN.word()))
                .orElse(false);
        if (!admin) {
            programs.checkPerson(what);
        }
    }

    /** Refuses a program that works for a run: it could carry one on with an operator's file of its own, and so with other reviewers. */
    public void checkMayCarryOn() {
        if (server() == null) {
            person.checkNoProgram("carrying on a run");
        }
    }

    public Keys keys() {
        return keys;
    }

    public Backup backup() {
        return backup;
    }

    public Restore restore() {
        return restore;
    }

    public Serving serving() {
        return serving;
    }
}

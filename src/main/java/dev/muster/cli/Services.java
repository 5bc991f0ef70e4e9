package dev.muster.cli;

import dev.muster.app.AgentBench;
import dev.muster.app.LivePolicies;
import dev.muster.app.LocalMuster;
import dev.muster.app.LocalRuns;
import dev.muster.app.Muster;
import dev.muster.app.MusterConfig;
import dev.muster.app.PackFromAgents;
import dev.muster.app.PersonAtTerminal;
import dev.muster.app.PlanTask;
import dev.muster.app.PolicyAuthor;
import dev.muster.app.PolicyBench;
import dev.muster.app.PolicyControl;
import dev.muster.app.PolicyImpact;
import dev.muster.app.ProgramsAtWork;
import dev.muster.app.Runs;
import dev.muster.app.ServerLock;
import dev.muster.app.Serving;
import dev.muster.app.access.Keys;
import dev.muster.app.access.Role;
import dev.muster.app.backup.Backup;
import dev.muster.app.backup.Restore;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What commands work with. */
@ApplicationScoped
class Services {
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
    PlanTask planTask() {
        return planTask;
    }

    /** The server that was named, else the one that has the data folder, else this process. */
    Muster muster() {
        URI server = server();
        return server == null ? local : rest(server);
    }

    /** Likewise. */
    PolicyControl policies() {
        URI server = server();
        return server == null ? livePolicies : new RestPolicies(rest(server));
    }

    /** Runs, to look at them and to say something to them. */
    Runs runs() {
        URI server = server();
        return server == null ? localRuns : new RestRuns(rest(server));
    }

    /** Likewise, and where no server does it, this process carries out what it starts or resumes. */
    Runs carryingOut() {
        if (server() == null) {
            localRuns.carryOutOwn();
        }
        return runs();
    }

    private RestMuster rest(URI server) {
        return new RestMuster(server, config.key().orElse(null));
    }

    @Nullable
    URI server() {
        return config.url().orElseGet(lock::server);
    }

    /** Whether every line on standard error is to be JSON. */
    boolean logsJson() {
        return config.log() == MusterConfig.LogForm.JSON;
    }

    PolicyBench bench() {
        return bench;
    }

    PolicyImpact impact() {
        return impact;
    }

    PolicyAuthor author() {
        return author;
    }

    AgentBench agentBench() {
        return agentBench;
    }

    PackFromAgents packFromAgents() {
        return packFromAgents;
    }

    /**
     * Whoever gives this command.
     *
     * @param as the name that was said; null where none was
     */
    Speaker speaker(@Nullable String as) {
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
    void checkMayKeepKeys(String what) {
        boolean admin = config.key()
                .map(keys::verify)
                .filter(keys::isKept)
                .map(key -> key.granted().contains(Role.ADMIN.word()))
                .orElse(false);
        if (!admin) {
            programs.checkPerson(what);
        }
    }

    /** Refuses a program that works for a run: it could carry one on with an operator's file of its own, and so with other reviewers. */
    void checkMayCarryOn() {
        if (server() == null) {
            person.checkNoProgram("carrying on a run");
        }
    }

    Keys keys() {
        return keys;
    }

    Backup backup() {
        return backup;
    }

    Restore restore() {
        return restore;
    }

    Serving serving() {
        return serving;
    }
}

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

/** In this process everything that commands work with is wired; a server is asked where one has the data folder. */
@ApplicationScoped
class WiredServices implements Services {
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

    WiredServices(
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

    @Override
    public PlanTask planTask() {
        return planTask;
    }

    @Override
    public Muster muster() {
        URI server = server();
        return server == null ? local : rest(server);
    }

    @Override
    public PolicyControl policies() {
        URI server = server();
        return server == null ? livePolicies : new RestPolicies(rest(server));
    }

    @Override
    public Runs runs() {
        URI server = server();
        return server == null ? localRuns : new RestRuns(rest(server));
    }

    @Override
    public Runs carryingOut() {
        if (server() == null) {
            localRuns.carryOutOwn();
        }
        return runs();
    }

    private RestMuster rest(URI server) {
        return new RestMuster(server, config.key().orElse(null));
    }

    @Override
    public @Nullable URI server() {
        return config.url().orElseGet(lock::server);
    }

    @Override
    public boolean logsJson() {
        return config.log() == MusterConfig.LogForm.JSON;
    }

    @Override
    public PolicyBench bench() {
        return bench;
    }

    @Override
    public PolicyImpact impact() {
        return impact;
    }

    @Override
    public PolicyAuthor author() {
        return author;
    }

    @Override
    public AgentBench agentBench() {
        return agentBench;
    }

    @Override
    public PackFromAgents packFromAgents() {
        return packFromAgents;
    }

    @Override
    public Speaker speaker(@Nullable String as) {
        String key = config.key().orElse(null);
        return server() == null
                ? Speaker.here(as, key, keys, person, Terminal.isOne())
                : Speaker.atServer(as, key != null, person);
    }

    @Override
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

    @Override
    public void checkMayCarryOn() {
        if (server() == null) {
            person.checkNoProgram("carrying on a run");
        }
    }

    @Override
    public Keys keys() {
        return keys;
    }

    @Override
    public Backup backup() {
        return backup;
    }

    @Override
    public Restore restore() {
        return restore;
    }

    @Override
    public Serving serving() {
        return serving;
    }
}

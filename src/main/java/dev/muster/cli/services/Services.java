package dev.muster.cli.services;

import dev.muster.app.Muster;
import dev.muster.app.PolicyControl;
import dev.muster.app.Serving;
import dev.muster.app.access.Keys;
import dev.muster.app.authoring.AgentBench;
import dev.muster.app.authoring.PackFromAgents;
import dev.muster.app.authoring.PolicyAuthor;
import dev.muster.app.authoring.PolicyBench;
import dev.muster.app.authoring.PolicyImpact;
import dev.muster.app.backup.Backup;
import dev.muster.app.backup.Restore;
import dev.muster.app.planning.PlanTask;
import dev.muster.app.runs.Runs;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What commands work with. */
public interface Services {
    /** Plans here, and keeps nothing. */
    PlanTask planTask();

    /** The server that was named, else the one that has the data folder, else this process. */
    Muster muster();

    /** Likewise. */
    PolicyControl policies();

    /** Runs, to look at them and to say something to them. */
    Runs runs();

    /** Likewise, and where no server does it, this process carries out what it starts or resumes. */
    Runs carryingOut();

    @Nullable
    URI server();

    /** Whether every line on standard error is to be JSON. */
    boolean logsJson();

    PolicyBench bench();

    PolicyImpact impact();

    PolicyAuthor author();

    AgentBench agentBench();

    PackFromAgents packFromAgents();

    /**
     * Whoever gives this command.
     *
     * @param as the name that was said; null where none was
     */
    Speaker speaker(@Nullable String as);

    /**
     * Refuses a program that works for a run; whoever has the key of an admin is none.
     *
     * @param what is done to keys
     */
    void checkMayKeepKeys(String what);

    /** Refuses a program that works for a run: it could carry one on with an operator's file of its own, and so with other reviewers. */
    void checkMayCarryOn();

    Keys keys();

    Backup backup();

    Restore restore();

    Serving serving();
}

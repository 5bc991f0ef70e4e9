package dev.muster.run.state;

/**
 * A phase of a run.
 *
 * @param blocking own steps that block and have not ended
 * @param own own steps that have not ended
 * @param closed nested phases that do not let through yet
 * @param nested nested phases that have not ended
 * @param through whether what comes after it may begin
 * @param round how often its checks have begun; 0 before the first time
 */
public record PhaseState(PhaseStage stage, int blocking, int own, int closed, int nested, boolean through, int round) {
    public boolean begun() {
        return !(stage instanceof PhaseStage.Waiting || stage instanceof PhaseStage.Asked);
    }

    public boolean ended() {
        return stage instanceof PhaseStage.Ended;
    }

    /** Whether it has begun, if only with a question, and not ended. */
    public boolean active() {
        return !(stage instanceof PhaseStage.Waiting || ended());
    }

    /** Whether a step of it may be taken up again. */
    public boolean atRest() {
        return stage instanceof PhaseStage.Running || stage instanceof PhaseStage.Checked || ended();
    }

    /** Whether nothing is open that its checks have to wait for. */
    public boolean workDone(Route.RunPhase runPhase) {
        return runPhase.blocks() ? blocking == 0 && closed == 0 : own == 0 && nested == 0;
    }

    public PhaseState at(PhaseStage next) {
        return new PhaseState(next, blocking, own, closed, nested, through, round);
    }

    public PhaseState inRound(int next) {
        return new PhaseState(stage, blocking, own, closed, nested, through, next);
    }

    public PhaseState letThrough() {
        return new PhaseState(stage, blocking, own, closed, nested, true, round);
    }

    public PhaseState steps(int moreBlocking, int more) {
        return new PhaseState(stage, blocking + moreBlocking, own + more, closed, nested, through, round);
    }

    public PhaseState phases(int moreClosed, int more) {
        return new PhaseState(stage, blocking, own, closed + moreClosed, nested + more, through, round);
    }
}

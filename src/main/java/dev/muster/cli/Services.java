package dev.muster.cli;

import dev.muster.app.LocalMuster;
import dev.muster.app.Muster;
import dev.muster.app.PlanTask;
import jakarta.enterprise.context.ApplicationScoped;

/** What commands work with. */
@ApplicationScoped
class Services {
    private final PlanTask planTask;
    private final LocalMuster local;

    Services(PlanTask planTask, LocalMuster local) {
        this.planTask = planTask;
        this.local = local;
    }

    PlanTask planTask() {
        return planTask;
    }

    Muster muster() {
        return local;
    }
}

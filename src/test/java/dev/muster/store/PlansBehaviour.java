package dev.muster.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.PlanStore;
import dev.muster.app.PlanSummary;
import dev.muster.app.Plans;
import dev.muster.plan.Plan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a store of plans does, whichever database it is. */
abstract class PlansBehaviour {
    private final TestDatabase database;
    private final PlanStore store;

    PlansBehaviour(TestDatabase database) {
        this.database = database;
        this.store = new SqlPlans(database.database());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void plan_is_found_as_it_was_saved() {
        Plan plan = Plans.plan("found-1");
        store.save(plan);

        assertThat(store.find("found-1")).isEqualTo(plan);
        assertThat(store.find("found-2")).isNull();
    }

    @Test
    void list_goes_from_new_to_old_below_a_plan() {
        store.save(Plans.plan("listed-1"));
        store.save(Plans.plan("listed-2"));
        store.save(Plans.plan("listed-3"));

        assertThat(store.list(2, "listed-9")).extracting(PlanSummary::id).containsExactly("listed-3", "listed-2");
        assertThat(store.list(1, "listed-2")).containsExactly(PlanSummary.of(Plans.plan("listed-1")));
    }
}

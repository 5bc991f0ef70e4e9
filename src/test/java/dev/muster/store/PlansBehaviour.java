package dev.muster.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.muster.app.Plans;
import dev.muster.app.planning.PlanStore;
import dev.muster.app.planning.PlanSummary;
import dev.muster.app.refusal.Refusal;
import dev.muster.app.refusal.StoreReason;
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

    @Test
    void version_that_somebody_else_saved_first_is_told_so_and_not_as_trouble_of_the_store() {
        store.save(Plans.plan("twice-1"));

        assertThatThrownBy(() -> store.save(Plans.plan("twice-1")))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason())
                                .isEqualTo(new StoreReason.ChangedMeanwhile("The plan \"twice-1\"")));
    }

    @Test
    void text_that_the_database_does_not_take_is_the_texts_fault() {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> {
            if (store.find("a\0b") == null) {
                throw new Refusal(new StoreReason.UnusableText("a file takes it, and has no such plan"));
            }
        });

        assertThat(refusal.reason()).isInstanceOf(StoreReason.UnusableText.class);
        assertThat(refusal.reason().foundOutside()).doesNotContainIgnoringCase("sql");
    }
}

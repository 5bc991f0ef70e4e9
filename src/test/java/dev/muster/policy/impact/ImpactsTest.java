package dev.muster.policy.impact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.plan.Plan.PlannedTask;
import dev.muster.plan.ReviewLevel;
import dev.muster.plan.TaskContext;
import dev.muster.policy.Shipped;
import dev.muster.policy.SmallPack;
import dev.muster.policy.impact.Impact.LostReview;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ImpactsTest {
    private static final List<PlannedTask> TASKS = List.of(
            task("T1", "Add an endpoint"), task("T2", "Upload a picture to an endpoint"), task("T3", "Upload a table"));

    private static PlannedTask task(String ref, String text) {
        return new PlannedTask(ref, "", text, TaskContext.NONE);
    }

    private static Impact impact(SmallPack before, SmallPack after) {
        return Impacts.of(before.pack(), after.pack(), TASKS, done -> {});
    }

    @Test
    void trigger_rule_that_is_deleted_loses_the_hard_review() {
        SmallPack without = new SmallPack()
                .replace("small.drl", "Signal( name == \"upload\" )", "Signal( name == \"upload\" ) not Task()");

        Impact impact = impact(new SmallPack(), without);

        assertThat(impact.reviewsLost())
                .containsExactly(new LostReview("security", ReviewLevel.HARD, null, List.of("T2", "T3")));
        assertThat(impact.isAlarming()).isTrue();
        assertThat(impact.hardReviewsLost()).isEqualTo(2);
        assertThat(impact.changed()).isEqualTo(2);
    }

    @Test
    void security_trigger_of_the_shipped_pack_when_deleted_is_found_to_lose_the_review() {
        var rules = Shipped.rules();
        String file = "backend/triggers.drl";
        String text = rules.text(file, new dev.muster.source.Faults());
        int start = text.indexOf("rule \"Money is a security trigger\"");
        String without = text.substring(0, start) + text.substring(text.indexOf("end\n", start) + 4);
        var edited = Shipped.pack(rules.with(dev.muster.policy.files.FileTree.of(java.util.Map.of(file, without))));

        Impact impact = Impacts.of(
                Shipped.backend(),
                edited,
                List.of(task("pay", "Add an endpoint that refunds a payment"), task("other", "Refactor the module")),
                done -> {});

        assertThat(impact.reviewsLost()).extracting(LostReview::kind).containsExactly("security");
        assertThat(impact.reviewsLost().getFirst().tasks()).containsExactly("pay");
    }

    @Test
    void review_that_is_held_less_strictly_counts_as_lost() {
        SmallPack weaker = new SmallPack().replace("pack.yaml", "level: hard", "level: advisory");

        Impact impact = impact(new SmallPack(), weaker);

        assertThat(impact.reviewsLost())
                .containsExactly(
                        new LostReview("security", ReviewLevel.HARD, ReviewLevel.ADVISORY, List.of("T2", "T3")));
        assertThat(impact.isAlarming()).isTrue();
    }

    @Test
    void reasons_that_move_in_their_file_change_no_plan() {
        SmallPack moved = new SmallPack().replace("small.drl", "package small\n", "package small\n\n\n// moved\n");

        Impact impact = impact(new SmallPack(), moved);

        assertThat(impact.changed()).isZero();
        assertThat(impact.before()).isNotEqualTo(impact.after());
        assertThat(impact.isAlarming()).isFalse();
    }

    @Test
    void task_that_can_no_longer_be_planned_is_a_failure() {
        SmallPack circle = new SmallPack().append("order.drl", """
                package small
                rule "One before the other and the other way round"
                when
                  TaskType( name == "api" )
                then
                  insertLogical( new UseAgent( "keeper", Role.SUPPORTING, "keep" ) );
                  insertLogical( new UseAgent( "guard", Role.SUPPORTING, "look" ) );
                  insertLogical( new Before( "keeper", "keep", "guard", "look" ) );
                  insertLogical( new Before( "guard", "look", "keeper", "keep" ) );
                end
                """);

        Impact impact = impact(new SmallPack(), circle);

        assertThat(impact.failures()).isEqualTo(2);
        assertThat(impact.changes().getFirst().failure()).contains("order.drl");
    }

    @Test
    void progress_is_told_of_each_task() {
        AtomicInteger most = new AtomicInteger();

        Impacts.of(
                new SmallPack().pack(), new SmallPack().pack(), TASKS, done -> most.accumulateAndGet(done, Math::max));

        assertThat(most.get()).isEqualTo(TASKS.size());
    }

    @Test
    void text_puts_lost_reviews_first() {
        SmallPack other = new SmallPack()
                .replace("small.drl", "new Review( \"security\", \"guard\" )", "new Review( \"style\", \"guard\" )")
                .replace("who.csv", "api,builder", "api,keeper");
        Impact impact = impact(new SmallPack(), other);

        assertThat(ImpactText.of(impact)).isEqualTo("""
                Pack small: version %s → %s, 3 tasks

                LOST  hard review security in 2 plans: T2, T3
                Plans changed: 3 of 3
                Steps: 5 → 5
                Reviews lost: security (2 plans)
                Reviews gained: style (2 plans)
                Agents lost: builder (2 plans)
                Agents gained: keeper (2 plans)
                """.formatted(impact.before(), impact.after()));
        assertThat(ImpactText.details(impact.changes().subList(0, 1))).isEqualTo("""

                T1  Add an endpoint
                  - agents: builder
                  + agents: keeper
                  - steps: builder (implement) as primary
                  + steps: keeper (implement) as primary
                  - phases: builder (implement) in Work
                  + phases: keeper (implement) in Work
                  - work: builder (implement): Does its part. →\s
                  + work: keeper (implement): Does its part. →\s
                """);
    }
}

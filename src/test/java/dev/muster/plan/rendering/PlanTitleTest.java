package dev.muster.plan.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.plan.Plan;
import dev.muster.plan.TaskContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTitleTest {
    private static String title(String description) {
        return PlanTitle.of(new Plan.PlannedTask(null, "", description, TaskContext.NONE));
    }

    @Test
    void marks_in_front_are_no_part_of_it() {
        assertThat(title("## > - Take cards. And more.")).isEqualTo("Take cards");
    }

    /** Lists of plans have titles: one task that nobody can name must not keep them all from being listed. */
    @ParameterizedTest
    @ValueSource(strings = {"# ", "#", "#\n", "> - ", "- \t", "x ", "x. ", "!?"})
    void task_of_nothing_but_marks_has_one(String marks) {
        assertThat(title(marks.repeat(100_000)).length()).isBetween(1, 121);
    }
}

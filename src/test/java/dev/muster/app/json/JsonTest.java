package dev.muster.app.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.muster.app.Plans;
import dev.muster.plan.Plan;
import dev.muster.plan.TaskContext;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void plan_is_the_same_after_writing_and_reading() throws JsonProcessingException {
        Plan plan = Plans.plan("1kxxyn7fe000000");

        assertThat(Json.read(Json.line(plan))).isEqualTo(plan);
        assertThat(Json.line(Json.read(Json.pretty(plan)))).isEqualTo(Json.line(plan));
    }

    @Test
    void words_are_lower_case_with_hyphens_and_sizes_stay_upper_case() {
        String json = Json.line(Plans.plan("x"));

        assertThat(json)
                .contains("\"status\":\"needs-answers\"")
                .contains("\"role\":\"primary\"")
                .contains("\"level\":\"soft\"")
                .contains("\"severity\":\"high\"")
                .contains("\"complexity\":\"XL\"");
    }

    @Test
    void absent_fields_are_left_out_but_for_presence_nobody_could_look_up() {
        String json = Json.line(Plans.plan("x"));

        assertThat(json)
                .contains("\"path\":\"docs/openapi.yaml\",\"present\":null")
                .doesNotContain("\"ref\"")
                .doesNotContain("\"hint\"")
                .doesNotContain("\"choices\"")
                .doesNotContain("otherTriggers");
    }

    @Test
    void properties_stand_in_the_order_of_the_records() {
        assertThat(Json.pretty(Plans.plan("x"))).startsWith("""
                        {
                          "id": "x",
                          "version": 1,
                          "createdAt": "2026-01-02T03:04:05.678Z",
                          "status": "needs-answers",
                          "pack": {
                            "name": "backend",
                        """);
    }

    @Test
    void plan_of_a_later_version_is_read_without_what_is_new_and_of_an_earlier_without_what_is_missing()
            throws JsonProcessingException {
        String json = Json.line(Plans.plan("x"))
                .replace("\"leftOut\":[]", "\"later\":1")
                .replace(",\"escalations\":[]", "");

        assertThat(Json.read(json)).isEqualTo(Plans.plan("x"));
    }

    @Test
    void context_may_leave_out_what_it_does_not_have() throws JsonProcessingException {
        assertThat(Json.mapper().readValue("{\"files\":null}", TaskContext.class))
                .isEqualTo(TaskContext.NONE);
    }

    @Test
    void number_is_not_taken_for_text_and_a_doubled_key_not_at_all() {
        assertThatThrownBy(() -> Json.mapper().readValue("{\"files\":[1]}", TaskContext.class))
                .isInstanceOf(JsonProcessingException.class);
        assertThatThrownBy(() -> Json.mapper().readValue("{\"files\":[],\"files\":[]}", TaskContext.class))
                .hasMessageContaining("Duplicate field 'files'");
    }
}

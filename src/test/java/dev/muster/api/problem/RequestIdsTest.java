package dev.muster.api.problem;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import dev.muster.TempData;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TempData.class)
class RequestIdsTest {
    private static final String MADE = "[0-9a-f]{16}";

    @Test
    void id_of_the_caller_is_answered_back() {
        given().header("X-Request-ID", "a-caller.1")
                .get("/api/plans")
                .then()
                .header("X-Request-ID", equalTo("a-caller.1"));
        given().header("X-Request-ID", "a-caller.2")
                .get("/nowhere")
                .then()
                .header("X-Request-ID", equalTo("a-caller.2"));
    }

    @Test
    void id_is_made_where_there_is_none_or_one_that_could_forge_a_log() {
        when().get("/api/plans").then().header("X-Request-ID", matchesPattern(MADE));
        given().header("X-Request-ID", "x] ERROR all is lost")
                .get("/api/plans")
                .then()
                .header("X-Request-ID", matchesPattern(MADE));
        given().header("X-Request-ID", "x".repeat(129))
                .get("/api/plans")
                .then()
                .header("X-Request-ID", matchesPattern(MADE));
    }

    @Test
    void what_is_logged_has_the_ids_of_its_own_request_and_plan() {
        Logger logger = Logger.getLogger("dev.muster.app.telemetry.Observed");
        Kept kept = new Kept();
        logger.addHandler(kept);
        logger.setLevel(Level.INFO);
        try {
            String first = plan("first");
            String second = plan("second");

            assertThat(kept.fields)
                    .extracting(fields -> fields.get("request") + " " + fields.get("plan"))
                    .containsExactly("first " + first, "second " + second);
            assertThat(kept.fields.getFirst()).containsEntry("where", " [request first, plan " + first + "]");
        } finally {
            logger.removeHandler(kept);
            logger.setLevel(null);
        }
    }

    private static String plan(String request) {
        return given().contentType(ContentType.JSON)
                .header("X-Request-ID", request)
                .body(Map.of("description", "Add an endpoint for invoices"))
                .post("/api/plans")
                .path("id");
    }

    private static final class Kept extends Handler {
        final List<Map<String, String>> fields = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord logged) {
            fields.add(ExtLogRecord.wrap(logged).getMdcCopy());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}

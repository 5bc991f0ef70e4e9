package dev.muster.cli.remote;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.muster.app.refusal.Reason;
import dev.muster.app.refusal.ServerReason;
import dev.muster.cli.Complaints;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a command prints of what a server says, and with which exit code it ends. */
class ProblemReaderTest {
    private static final URI SERVER = URI.create("http://muster.example");

    private static String told(int status, String body) {
        StringWriter printed = new StringWriter();
        int exitCode = Complaints.refused(ProblemReader.reason(status, body, SERVER), new PrintWriter(printed, true));
        return printed + "→ " + exitCode;
    }

    private static String problem(Map<String, Object> fields) throws Exception {
        return new ObjectMapper().writeValueAsString(fields);
    }

    @Test
    void run_that_is_not_there_is_told_so() throws Exception {
        String body = problem(Map.of("type", "urn:problem-type:muster:no-such-run", "value", "nope", "detail", "x"));

        assertThat(told(404, body)).isEqualTo("""
                muster: There is no run "nope".
                `muster runs` and GET /api/runs list what is there.
                → 2""");
    }

    @Test
    void kind_that_no_command_knows_is_told_with_all_that_it_says() throws Exception {
        String body = problem(Map.of(
                "type",
                "urn:problem-type:muster:moon-too-near",
                "detail",
                "The moon is too near.\u001b[31m",
                "advice",
                "Wait.",
                "known",
                List.of("far", "farther")));

        assertThat(told(409, body)).isEqualTo("""
                There are: far, farther.
                muster: The moon is too near. [31m
                Wait.
                → 2""");
        assertThat(told(500, body)).endsWith("→ 1");
    }

    @Test
    void files_that_a_reload_refuses_are_told_with_each_place() throws Exception {
        String body = problem(Map.of(
                "type",
                "urn:problem-type:muster:reload-refused",
                "detail",
                "They cannot be used.",
                "advice",
                "Correct them.",
                "faults",
                List.of(Map.of("file", "a/b.csv", "line", 2, "column", 3, "message", "No column."))));

        assertThat(told(422, body)).isEqualTo("""
                a/b.csv:2:3: No column.
                muster: They cannot be used.
                Correct them.
                → 3""");
    }

    @Test
    void server_that_is_up_is_never_said_to_be_out_of_reach() throws Exception {
        for (String kind : List.of("store-out-of-reach", "busy", "your-share", "stale", "internal-error", "x")) {
            String body = problem(Map.of("type", "urn:problem-type:muster:" + kind, "detail", "As it is."));
            Reason reason = ProblemReader.reason(503, body, SERVER);

            assertThat(reason).isNotInstanceOf(ServerReason.ServerOutOfReach.class);
            assertThat(reason.found()).isEqualTo("As it is.");
        }
    }

    @Test
    void page_of_a_proxy_is_told_as_one() {
        String page = "<html><head><title>x</title></head><body><h1>502 Bad Gateway</h1>\n<hr>nginx</body></html>";

        assertThat(told(502, page)).isEqualTo("""
                muster: http://muster.example answered 502, and not as Muster does: 502 Bad Gateway nginx
                See whether that is Muster's address, or whether something in between, such as a proxy, answers in its place.
                → 1""");
        assertThat(told(502, "")).contains("answered 502, and not as Muster does: nothing");
        assertThat(told(404, "{\"error\": 1}")).contains("{\"error\": 1}").endsWith("→ 2");
    }
}

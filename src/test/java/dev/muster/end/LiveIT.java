package dev.muster.end;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.muster.app.SmallPack;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Policies that are edited, rolled back and planned by again, with and without a server. */
class LiveIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private Program muster;
    private SmallPack pack;
    private @Nullable Process server;

    @BeforeEach
    void setUp() {
        muster = Program.in(folder);
        pack = SmallPack.in(folder);
    }

    @AfterEach
    void tearDown() throws InterruptedException {
        if (server != null) {
            server.destroyForcibly().waitFor();
        }
    }

    private JsonNode plan() throws IOException {
        return json("plan", "Work", "--format=json");
    }

    private JsonNode json(String... arguments) throws IOException {
        Program.Ended ended = muster.run(arguments);
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        return JSON.readTree(ended.out());
    }

    private static String edition(JsonNode plan) {
        return plan.at("/risks/0/text").asText();
    }

    /** What the server tells next of an edit; it serves it by then. */
    private static String told(BufferedReader log) throws IOException {
        String line = log.readLine();
        while (line != null && !line.contains("small ")) {
            line = log.readLine();
        }
        return String.valueOf(line);
    }

    @Test
    void edit_under_a_running_server_changes_the_next_plan_and_an_error_does_not() throws IOException {
        server = muster.start("serve", "--port=0");
        BufferedReader log = server.errorReader();
        assertThat(log.readLine()).startsWith("muster: using ").contains("rules and ");
        assertThat(log.readLine()).contains("listens on");
        String first = plan().at("/pack/version").asText();

        pack.table(2);
        assertThat(told(log)).contains("changed rules/small/risks.csv");
        assertThat(edition(plan())).isEqualTo("The table of edition 2");

        SmallPack.write(pack.file("work.drl"), "rule");
        assertThat(told(log)).contains("small stays at");
        assertThat(edition(plan())).isEqualTo("The table of edition 2");
        assertThat(muster.run("policy", "list").out()).contains("degraded", "small/work.drl:1:5: ");

        assertThat(muster.run("policy", "rollback", "small", first).exitCode()).isZero();
        assertThat(edition(plan())).isEqualTo("The table of edition 1");
        assertThat(muster.run("policy", "rollback", "small", "0").exitCode()).isEqualTo(2);
    }

    @Test
    void versions_are_kept_listed_replayed_and_rolled_back_to_without_a_server() throws IOException {
        JsonNode before = plan();
        String id = before.get("id").asText();
        String first = before.at("/pack/version").asText();
        pack.table(2);
        assertThat(edition(plan())).isEqualTo("The table of edition 2");

        JsonNode versions = json("policy", "versions", "small", "--format=json");
        assertThat(versions).hasSize(2);
        assertThat(versions.at("/0/changes/changed/0").asText()).isEqualTo("rules/small/risks.csv");
        assertThat(muster.run("policy", "versions", "small")
                        .out()
                        .lines()
                        .toList()
                        .getLast())
                .contains(first)
                .endsWith("first, 4 files");

        Program.Ended replayed = muster.run("plan", "--replay", id);
        assertThat(replayed.exitCode()).isZero();
        assertThat(replayed.out())
                .isEqualTo(
                        "Plan %s, made again by version %s of small, is the same to the byte.\n".formatted(id, first));

        assertThat(muster.run("policy", "rollback", "small", first).out())
                .startsWith("small  " + first + "  ready  A small pack\n  rolled back");
        assertThat(edition(plan())).isEqualTo("The table of edition 1");
        pack.table(3);
        assertThat(edition(plan())).isEqualTo("The table of edition 3");
    }

    @Test
    void what_cannot_be_replayed_is_told() {
        assertThat(muster.run("plan", "--replay", "nothing").err()).contains("There is no plan \"nothing\".");
        assertThat(muster.run("plan", "--replay", "nothing", "more").exitCode()).isEqualTo(2);
        assertThat(muster.run("policy", "versions", "smal").exitCode()).isEqualTo(2);
    }
}

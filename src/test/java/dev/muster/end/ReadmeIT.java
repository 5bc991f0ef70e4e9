package dev.muster.end;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Does what the README tells, in a folder that has what the README says is there. */
@DisabledIf("dev.muster.end.Program#isNative")
class ReadmeIT {
    private static final Path HERE = Path.of("").toAbsolutePath();
    private static final Pattern SHELL = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");

    /** These build, or take a port that somebody else may have. */
    private static final List<String> ELSEWHERE = List.of("./muster test", "./muster serve", "./muster native");

    @TempDir
    Path folder;

    private String readme = "";
    private final List<Process> started = new ArrayList<>();

    @BeforeEach
    void readReadme() throws IOException {
        readme = Files.readString(HERE.resolve("README.md"));
        for (String name : List.of("rules", "agents")) {
            copy(HERE.resolve(name), folder.resolve(name));
        }
        Files.writeString(folder.resolve("task.md"), "Add an endpoint that lists invoices\n");
        Files.writeString(
                folder.resolve("tasks.jsonl"),
                "{\"id\": \"1\", \"title\": \"Add an index\", \"text\": \"on names\"}\n");
    }

    @AfterEach
    void stop() throws InterruptedException {
        for (Process process : started) {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void commands_do_what_they_say() throws Exception {
        List<String> commands = commands("./muster ").stream()
                .filter(command -> ELSEWHERE.stream().noneMatch(command::startsWith))
                .toList();
        assertThat(commands).hasSizeGreaterThan(4);
        String id = "";
        for (String command : commands) {
            Ended ended = sh(command.replace("./muster", HERE.resolve("muster").toString())
                    .replaceFirst(" ID\\b", " " + id));
            assertThat(ended.exitCode()).as(command + "\n" + ended.out()).isZero();
            assertThat(ended.out()).as(command).isNotBlank();
            if (id.isEmpty()) {
                id = sh(HERE.resolve("muster") + " plans").out().split("\\s", 2)[0];
            }
        }
    }

    @Test
    void policy_as_the_readme_changes_it_changes_the_plan() throws Exception {
        String plan = commands("./muster plan \"")
                .getFirst()
                .replace("./muster", HERE.resolve("muster").toString());
        Path selection = folder.resolve("rules/backend/selection.csv");
        Files.writeString(
                selection,
                Files.readString(selection)
                        .lines()
                        .map(line -> line.startsWith("new-api-endpoint,")
                                ? line.replaceFirst(";?api-documentation-architect", "")
                                : line)
                        .collect(Collectors.joining("\n", "", "\n")));
        Matcher rule = Pattern.compile("```\n(package backend\n.*?)```", Pattern.DOTALL)
                .matcher(readme);
        assertThat(rule.find()).isTrue();

        String before = sh(plan).out();
        Files.writeString(folder.resolve("rules/backend/attachments.drl"), rule.group(1));
        String after = sh(plan).out();

        assertThat(before).doesNotContain("api-documentation-architect").contains("security-guardian");
        assertThat(before).doesNotContain("mailbox");
        assertThat(after).contains("Which formats and sizes does the recipient's mailbox accept?");
    }

    @Test
    void requests_are_answered() throws Exception {
        Process server = process("exec " + HERE.resolve("muster") + " serve --port 0")
                .redirectErrorStream(true)
                .start();
        started.add(server);
        String address = server.inputReader()
                .lines()
                .map(ADDRESS::matcher)
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst()
                .orElseThrow();
        List<String> commands = commands("curl ");
        assertThat(commands).hasSize(2);

        Ended made = sh(commands.get(0).replaceAll("http://127\\.0\\.0\\.1:8080", address));
        String id = made.out().replaceFirst("(?s).*?\"id\"\\s*:\\s*\"([^\"]+)\".*", "$1");
        Ended shown = sh(commands.get(1)
                .replaceAll("http://127\\.0\\.0\\.1:8080", address)
                .replace("/ID", "/" + id));

        assertThat(made.out()).contains("websocket-realtime-expert");
        assertThat(shown.out()).startsWith("# Push price changes over a WebSocket");
        assertThat(get(address + "/q/openapi")).contains("/api/plans/{id}");
    }

    /** How a command ended, and both its streams. */
    private record Ended(int exitCode, String out) {}

    private Ended sh(String command) throws IOException, InterruptedException {
        Process process = process(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), out);
    }

    private ProcessBuilder process(String command) {
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", command).directory(folder.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("MUSTER_") || name.startsWith("QUARKUS_"));
        environment.put("MUSTER_DATA", folder.resolve("data").toString());
        return builder;
    }

    private String get(String address) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
                    .body();
        }
    }

    /** The README's commands that begin so, each without its comment, continued lines joined. */
    private List<String> commands(String start) {
        Matcher blocks = SHELL.matcher(readme);
        List<String> commands = new ArrayList<>();
        while (blocks.find()) {
            blocks.group(1)
                    .replaceAll("\\\\\n\\s*", "")
                    .lines()
                    .filter(line -> line.startsWith(start))
                    .map(line -> line.replaceFirst("\\s{2,}#.*", ""))
                    .forEach(commands::add);
        }
        return commands;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}

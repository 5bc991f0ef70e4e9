package dev.muster.agent.executor.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.agent.executor.CallMethod;
import dev.muster.agent.executor.operator.OperatorConfig.Settings;
import dev.muster.agent.executor.program.protocol.CommandSettings;
import dev.muster.agent.executor.program.protocol.CommandSettings.Kind;
import dev.muster.agent.executor.program.protocol.CommandSettings.PromptBy;
import dev.muster.secret.Masking;
import dev.muster.source.FaultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperatorYamlTest {
    private static OperatorConfig read(String text) {
        return OperatorYaml.read("operator.yaml", text);
    }

    private static CommandSettings command(OperatorConfig config, String name) {
        return switch (config.executors().get(name)) {
            case Settings.Command(CommandSettings settings) -> settings;
            case null, default -> throw new AssertionError(name + " is no command");
        };
    }

    @Test
    void empty_file_allows_nothing_and_calls_nobody() {
        OperatorConfig config = read("");
        assertThat(config).isEqualTo(OperatorConfig.NONE);
        assertThat(config.executors()).containsOnlyKeys("person", "rehearsal", "worker");
        assertThat(config.checks().programs().commands()).isEmpty();
    }

    @Test
    void everything_is_read() {
        OperatorConfig config = read("""
                programs: [npm, [pip, install], ./mvnw]
                checks: {timeoutMinutes: 0.5, environment: [CI=true], maxOutputMegabytes: 2}
                executors:
                  claude: {preset: claude, timeoutMinutes: 45, environment: [ANTHROPIC_API_KEY], costUsd: 2.5, agentCode: true}
                  small: {preset: claude, program: /opt/claude, arguments: [--model, haiku]}
                  builder: {kind: command, command: [/opt/agent, --in, "{promptFile}"], prompt: file, result: json}
                  pool: {kind: worker, leaseSeconds: 90}
                  team: {kind: person}
                  dry:
                    kind: rehearsal
                    failures: 0
                    changes: 0.5
                    minutes: [1, 3]
                    script: [{agent: "test-*", attempt: 1, outcome: timeout, minutes: 5}, {check: npm test, outcome: failed}]
                agents:
                  - {executor: claude}
                  - {pack: backend, agent: security-guardian, executor: team}
                """);
        assertThat(config.checks().programs()).hasToString("npm, pip install, ./mvnw");
        assertThat(config.checks().time()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.checks().environment()).containsExactly("CI=true");
        assertThat(command(config, "claude"))
                .hasToString("CommandSettings[name=claude, kind=CLAUDE, command=[claude], prompt=STDIN,"
                        + " environment=[ANTHROPIC_API_KEY], time=PT45M, maxOutputBytes=500000000, costUsd=2.5,"
                        + " agentCode=true]");
        assertThat(command(config, "small").command()).containsExactly("/opt/claude", "--model", "haiku");
        assertThat(command(config, "builder").kind()).isEqualTo(Kind.JSON);
        assertThat(command(config, "builder").prompt()).isEqualTo(PromptBy.FILE);
        assertThat(config.executors().get("dry"))
                .hasToString(
                        "Rehearsed[settings=RehearsalSettings[failures=0.0, changes=0.5, shortest=PT1M, longest=PT3M,"
                                + " script=[Line[agent=test-*, step=null, purpose=null, round=null, attempt=1, check=null,"
                                + " ending=TIMEOUT, minutes=5.0], Line[agent=null, step=null, purpose=null, round=null,"
                                + " attempt=null, check=npm test, ending=FAILED, minutes=null]]]]");
        Executors executors = new Executors(config, Map.of(), Masking.OF_TOKENS);
        assertThat(executors.how("pool")).isEqualTo(new CallMethod.Worker("pool", Duration.ofSeconds(90)));
        assertThat(executors.how("team")).isEqualTo(new CallMethod.Person("team"));
        assertThat(executors.how("claude")).isInstanceOf(CallMethod.Inside.class);
        assertThat(executors.how("dry")).isInstanceOf(CallMethod.Rehearsed.class);
        assertThat(executors.how("gone")).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '^',
            value = {
                "program: [npm] # 1:1: Unknown key \"program\" in the file. Did you mean \"programs\"?",
                "programs: [npm test] # 1:12: \"npm test\" is one word with a space in it. With arguments write [npm, test].",
                "executors: {a: {}} # 1:16: \"kind\" is missing in a.",
                "executors: {a: {kind: comand}} # 1:23: \"comand\" is not possible for kind. Did you mean \"command\"?",
                "executors: {a: {kind: command}} # 1:16: \"command\" is missing in a.",
                "executors: {a: {kind: command, command: []}} # 1:41: A command is a list: the program, then its arguments.",
                "executors: {a: {kind: command, command: claude -p}} # 1:41: \"claude -p\" is one word with a space in it. Write the program and its arguments as a list.",
                "executors: {a: {kind: command, command: [bin/agent]}} # 1:41: \"bin/agent\" is a relative path, and agents work in many folders. Write a name that is on the PATH, or an absolute path.",
                "executors: {a: {kind: command, command: [x], prompt: file}} # 1:41: With \"prompt: file\" one of the arguments names the file: {promptFile}.",
                "executors: {a: {kind: command, command: [x, '{promptFile}']}} # 1:41: {promptFile} needs \"prompt: file\".",
                "executors: {a: {preset: claud}} # 1:25: \"claud\" is not possible for preset. Did you mean \"claude\"?",
                "executors: {a: {preset: codex, agentCode: true}} # 1:43: Only the preset claude takes hooks and MCP servers of agent files.",
                "executors: {a: {preset: claude, kind: command}} # 1:33: Unknown key \"kind\" in a.",
                "executors: {a: {preset: claude, environment: [A B]}} # 1:47: \"A B\" is no variable. Write its NAME to pass it on, or NAME=value.",
                "executors: {a: {preset: claude, environment: [MUSTER_DATABASE]}} # 1:47: \"MUSTER_DATABASE\" is Muster's own variable; programs do not get to see it. Take it out.",
                "executors: {a: {preset: claude, environment: [A, MUSTER_KEY=x]}} # 1:50: \"MUSTER_KEY\" is Muster's own variable; programs do not get to see it. Take it out.",
                "checks: {environment: muster_admin_key} # 1:23: \"muster_admin_key\" is Muster's own variable; programs do not get to see it. Take it out.",
                "executors: {a: {preset: claude, timeoutMinutes: 0}} # 1:49: A time limit is more than 0 minutes and at most 100000; found 0.0.",
                "executors: {a: {preset: claude, costUsd: 0}} # 1:42: What a call may cost is more than 0 US dollars; found 0.0.",
                "executors: {a: {kind: worker, leaseSeconds: 1}} # 1:45: A lease is 5 to 3600 seconds; found 1.",
                "executors: {a: {kind: rehearsal, failures: 2}} # 1:44: A share is from 0 to 1; found 2.0.",
                "executors: {a: {kind: rehearsal, minutes: [5, 1]}} # 1:43: The least comes before the most.",
                "executors: {person: {kind: worker}} # 1:21: \"person\" is an executor of the kind of that name. Call this one something else.",
                "agents: [{executor: claude}] # 1:21: No executor is called \"claude\". There are: person, rehearsal, worker.",
                "workspaces: [work] # 1:13: \"work\" is no absolute path of a folder, such as /srv/work.",
                "agents: [{agent: x}] # 1:10: \"executor\" is missing in item 1 of agents.",
            })
    void what_is_wrong_is_told_with_its_place(String yaml, String message) {
        assertThatThrownBy(() -> read(yaml.strip()))
                .isInstanceOf(FaultException.class)
                .hasMessageStartingWith("operator.yaml:" + message.strip());
    }

    @Test
    void workspaces_allow_what_is_in_them(@TempDir Path folder) throws IOException {
        Path root = Files.createDirectories(folder.resolve("work"));
        Path inside = Files.createDirectories(root.resolve("shop/api"));
        Path outside = Files.createDirectories(folder.resolve("work-of-others"));
        Path link = Files.createSymbolicLink(root.resolve("out"), outside);
        Workspaces workspaces =
                read("workspaces: [/no/such/folder, " + root + "/]").workspaces();
        assertThat(workspaces.allows(root)).isTrue();
        assertThat(workspaces.allows(inside)).isTrue();
        assertThat(workspaces.allows(inside.resolve("../../../work-of-others"))).isFalse();
        assertThat(workspaces.allows(outside)).isFalse();
        assertThat(workspaces.allows(link)).isFalse();
        assertThat(workspaces.allows(root.resolve("gone"))).isTrue();
        assertThat(workspaces.allows(outside.resolve("gone"))).isFalse();
        assertThat(workspaces.allows(link.resolve("gone"))).isFalse();
        assertThat(Workspaces.NONE.allows(root)).isFalse();
    }

    @Test
    void all_faults_are_told_at_once() {
        assertThatThrownBy(() -> read("programs: [a b, c d]\nexecutors: {x: {kind: y}}\nagents: [{executor: z}]"))
                .isInstanceOfSatisfying(
                        FaultException.class, e -> assertThat(e.faults()).hasSize(4));
    }
}

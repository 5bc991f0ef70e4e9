package dev.muster.agent.executor.operator;

import dev.muster.agent.executor.operator.OperatorConfig.Settings;
import dev.muster.agent.executor.program.protocol.CommandSettings;
import dev.muster.agent.executor.program.protocol.CommandSettings.Kind;
import dev.muster.agent.executor.program.protocol.CommandSettings.PromptBy;
import dev.muster.source.YamlNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads one executor. */
record ExecutorYaml(String name, YamlNode node) {
    private static final Duration TIME = Duration.ofMinutes(30);
    private static final int LEASE_SECONDS = 60;

    /** Coding agents print all that they read, too. */
    private static final int EVENTS_MEGABYTES = 500;

    Settings read() {
        if (node.has("preset")) {
            return preset();
        }
        YamlNode kind = node.required("kind");
        return switch (kind.oneOf("person", List.of("command", "worker", "person", "rehearsal"))) {
            case "command" -> command();
            case "worker" -> worker();
            case "rehearsal" -> new Settings.Rehearsed(new RehearsalYaml(node).read());
            default -> person(kind);
        };
    }

    private Settings person(YamlNode kind) {
        if (kind.textOr("").equals("person")) {
            node.onlyKeys("kind");
        }
        return new Settings.Person();
    }

    private Settings worker() {
        node.onlyKeys("kind", "leaseSeconds");
        int seconds = node.get("leaseSeconds").integerOr(LEASE_SECONDS);
        if (seconds < 5 || seconds > 3600) {
            node.get("leaseSeconds").fault("A lease is 5 to 3600 seconds; found " + seconds + ".");
        }
        return new Settings.Worker(Duration.ofSeconds(seconds));
    }

    private Settings preset() {
        node.onlyKeys(
                "preset",
                "program",
                "arguments",
                "environment",
                "timeoutMinutes",
                "maxOutputMegabytes",
                "costUsd",
                "agentCode");
        String preset = node.get("preset").oneOf("claude", List.of("claude", "codex", "gemini", "opencode"));
        YamlNode program = node.get("program");
        List<String> command = new ArrayList<>(List.of(program.textOr(preset)));
        command.addAll(node.get("arguments").texts());
        checkProgram(program, command.getFirst());
        YamlNode code = node.get("agentCode");
        if (code.boolOr(false) && !preset.equals("claude")) {
            code.fault("Only the preset claude takes hooks and MCP servers of agent files.");
        }
        return settings(Kind.valueOf(preset.toUpperCase(Locale.ROOT)), command, PromptBy.STDIN, code.boolOr(false));
    }

    private Settings command() {
        node.onlyKeys(
                "kind",
                "command",
                "prompt",
                "result",
                "environment",
                "timeoutMinutes",
                "maxOutputMegabytes",
                "costUsd");
        YamlNode commandNode = node.required("command");
        List<String> command = commandNode.texts();
        if (commandNode.isList() && command.isEmpty()) {
            commandNode.fault("A command is a list: the program, then its arguments.");
        }
        if (!command.isEmpty()) {
            checkProgram(commandNode, command.getFirst());
        }
        boolean file =
                node.get("prompt").oneOf("stdin", List.of("stdin", "file")).equals("file");
        boolean named = command.stream().anyMatch(word -> word.contains(CommandSettings.PROMPT_FILE));
        if (file != named) {
            commandNode.fault(
                    file
                            ? "With \"prompt: file\" one of the arguments names the file: "
                                    + CommandSettings.PROMPT_FILE + "."
                            : CommandSettings.PROMPT_FILE + " needs \"prompt: file\".");
        }
        boolean json = node.get("result").oneOf("text", List.of("text", "json")).equals("json");
        return settings(json ? Kind.JSON : Kind.TEXT, command, file ? PromptBy.FILE : PromptBy.STDIN, false);
    }

    private Settings settings(Kind kind, List<String> command, PromptBy prompt, boolean agentCode) {
        boolean events = kind != Kind.TEXT && kind != Kind.JSON;
        return new Settings.Command(new CommandSettings(
                name,
                kind,
                command,
                prompt,
                OperatorYaml.environment(node.get("environment")),
                OperatorYaml.minutes(node.get("timeoutMinutes"), TIME),
                OperatorYaml.megabytes(
                        node.get("maxOutputMegabytes"), events ? EVENTS_MEGABYTES : OperatorYaml.OUTPUT_MEGABYTES),
                cost(node.get("costUsd")),
                agentCode));
    }

    private static void checkProgram(YamlNode node, String program) {
        if (program.contains(" ") && !program.startsWith("/")) {
            node.fault("\"%s\" is one word with a space in it. Write the program and its arguments as a list."
                    .formatted(program));
        } else if (program.contains("/") && !program.startsWith("/")) {
            node.fault(
                    "\"" + program + "\" is a relative path, and agents work in many folders. Write a name that is on"
                            + " the PATH, or an absolute path.");
        }
    }

    private static @Nullable Double cost(YamlNode node) {
        double cost = node.numberOr(1);
        if (!(cost > 0)) {
            node.fault("What a call may cost is more than 0 US dollars; found " + cost + ".");
        }
        return node.isPresent() ? (Double) cost : null;
    }
}

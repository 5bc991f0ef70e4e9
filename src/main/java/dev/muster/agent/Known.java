package dev.muster.agent;

import dev.muster.source.Nearest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words that agent files use, as far as we know them. The lists age, so a word that is missing is never an error. */
final class Known {
    private Known() {}

    /** Ours: how the agent is called. */
    static final String EXECUTOR = "executor";

    /** Keys whose value is one short word, so that prose after them cannot belong to them. */
    static final Set<String> SHORT_KEYS = Set.of(
            "name",
            "model",
            "color",
            "permissionMode",
            "maxTurns",
            "memory",
            "background",
            "isolation",
            "effort",
            EXECUTOR);

    static final Set<String> LIST_KEYS = Set.of("tools", "disallowedTools", "skills");

    /** Keys whose value makes a program run. */
    static final Set<String> CODE_KEYS = Set.of("hooks", "mcpServers");

    private static final Set<String> KEYS = Stream.of(
                    SHORT_KEYS, LIST_KEYS, CODE_KEYS, Set.of("description", "initialPrompt"))
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());

    /** Keys of neighbouring tools, near enough to ours to be taken for slips. */
    private static final Set<String> FAMILIAR =
            Set.of("mode", "modes", "mcp", "skip", "tags", "type", "role", "title", "models", "hidden", "scope");

    private static final Set<String> TOOLS = Set.of(
            ("Agent AskUserQuestion Bash BashOutput Edit EnterPlanMode EnterWorktree ExitPlanMode ExitWorktree Glob Grep"
                            + " KillBash KillShell LS LSP ListMcpResourcesTool Monitor MultiEdit NotebookEdit NotebookRead"
                            + " PowerShell Read ReadMcpResourceTool SendMessage Skill SlashCommand Task TaskCreate TaskGet"
                            + " TaskList TaskOutput TaskStop TaskUpdate TodoRead TodoWrite ToolSearch WebFetch WebSearch"
                            + " Write")
                    .split(" "));

    private static final Pattern MODEL = Pattern.compile(
            "(default|best|inherit|opusplan|opus|sonnet|haiku|(claude|gpt|o\\d|gemini|codex|deepseek|qwen|llama|mistral)[\\w.:-]*|.+/.+)(\\[1m])?");

    static boolean key(String word) {
        return KEYS.contains(word);
    }

    /** The key that was probably meant by one that we do not know. */
    static @Nullable String keyMeantBy(String word) {
        String bare = bare(word);
        if (bare.equals("allowedtools")) {
            return "tools";
        }
        return KEYS.stream()
                .filter(key -> bare(key).equals(bare))
                .findFirst()
                .orElseGet(() -> FAMILIAR.contains(word) ? null : Nearest.to(word, KEYS));
    }

    private static String bare(String word) {
        return word.replaceAll("[-_ ]", "").toLowerCase(Locale.ROOT);
    }

    static boolean model(String word) {
        return MODEL.matcher(word.toLowerCase(Locale.ROOT)).matches();
    }

    /** A tool may be narrowed, as in {@code Bash(git log:*)}, and may belong to a server, as in {@code mcp__x__y}. */
    static boolean tool(String word) {
        return word.startsWith("mcp__") || TOOLS.contains(bareTool(word));
    }

    /** {@code *} and its spoken forms. */
    static boolean everyTool(List<String> tools) {
        return tools.contains("*")
                || List.of("all", "all tools").contains(String.join(" ", tools).toLowerCase(Locale.ROOT));
    }

    static String hintForTool(String word) {
        String nearest = Nearest.to(bareTool(word), TOOLS);
        return nearest == null ? "" : " Did you mean \"" + nearest + "\"?";
    }

    private static String bareTool(String word) {
        int bracket = word.indexOf('(');
        return bracket < 0 ? word : word.substring(0, bracket);
    }
}

package dev.muster.agent;

import dev.muster.source.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes an agent of a file's text: front matter, entries, fields, and what there is to say about them. */
final class AgentReader {
    private static final Pattern LITERAL_NEWLINE = Pattern.compile("(?<!\\\\)\\\\n");
    private static final Pattern EXTENSION = Pattern.compile("(\\.agent)?\\.md$", Pattern.CASE_INSENSITIVE);

    private final String file;
    private final FrontMatter front;
    private final Findings findings;
    private final FrontMatterFields fields;

    private AgentReader(String file, FrontMatter front, List<Entry> entries, Findings findings) {
        this.file = file;
        this.front = front;
        this.findings = findings;
        this.fields = new FrontMatterFields(entries, findings);
    }

    static @Nullable AgentFile read(String file, String text, List<Diagnostic> earlier) {
        int marks = 0;
        while (marks < text.length() && text.charAt(marks) == '\uFEFF') {
            marks++;
        }
        FrontMatter front = FrontMatter.in(text.substring(marks));
        if (front == null) {
            return null;
        }
        YamlEntries.Read yaml = YamlEntries.read(front.raw(), front.firstLine());
        List<Entry> entries =
                yaml.trouble() == null ? yaml.entries() : LooseEntries.read(front.raw(), front.firstLine());
        if (entries.stream().noneMatch(AgentReader::ofAgent)) {
            return null;
        }
        Findings findings = new Findings(file, earlier);
        TextChecks.check(text, marks > 0, front, yaml.trouble(), entries, findings);
        return new AgentReader(file, front, entries, findings).agent();
    }

    private static boolean ofAgent(Entry entry) {
        return Known.key(entry.key()) || Known.key(String.valueOf(Known.keyMeantBy(entry.key())));
    }

    private AgentFile agent() {
        int nameLine = fields.line("name", front.firstLine());
        FieldChecks.check(fields, front, findings);
        List<String> disallowed = new ArrayList<>(orNone(fields.names("disallowedTools")));
        List<String> tools = tools(disallowed);
        return new AgentFile(
                name(),
                description(),
                tools == null,
                orNone(tools),
                disallowed,
                model(),
                fields.text("permissionMode"),
                fields.number("maxTurns"),
                orNone(fields.names("skills")),
                fields.take(Known.CODE_KEYS),
                fields.rest(),
                front.raw(),
                front.prompt(),
                new Place(file, nameLine, 1),
                findings.sorted());
    }

    private String name() {
        String name = fields.text("name");
        if (name != null) {
            return name.replaceAll("\\s+", " ");
        }
        String base = file.substring(file.lastIndexOf('/') + 1);
        return EXTENSION.matcher(base).replaceFirst("");
    }

    /** Tools that own the format turn a literal {@code \n} into a new line, since one-line descriptions are full of it. */
    private String description() {
        String text = fields.text("description");
        return text == null ? "" : LITERAL_NEWLINE.matcher(text).replaceAll("\n");
    }

    private @Nullable String model() {
        String model = fields.text("model");
        return "inherit".equals(model) ? null : model;
    }

    /** Null for every tool. A map switches single tools off, as OpenCode has it. */
    private @Nullable List<String> tools(List<String> disallowed) {
        Entry entry = fields.entry("tools");
        List<String> tools = fields.names("tools");
        if (entry != null && entry.value() instanceof Map<?, ?> map) {
            map.forEach((tool, on) -> {
                if (Boolean.FALSE.equals(on)) {
                    disallowed.add(String.valueOf(tool));
                }
            });
            return null;
        }
        return tools == null || Known.everyTool(tools) ? null : tools;
    }

    private static List<String> orNone(@Nullable List<String> list) {
        return list == null ? List.of() : list;
    }
}

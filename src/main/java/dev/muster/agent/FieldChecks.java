package dev.muster.agent;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the values of a front matter give reason to say. */
final class FieldChecks {
    /** So many are enough to see what is meant. */
    private static final int MOST_UNKNOWN_TOOLS = 20;

    private static final Pattern USUAL_NAME = Pattern.compile("[a-z0-9]++(?:[-_.][a-z0-9]++)*+");

    private final FrontMatterFields fields;
    private final Findings findings;

    private FieldChecks(FrontMatterFields fields, Findings findings) {
        this.fields = fields;
        this.findings = findings;
    }

    static void check(FrontMatterFields fields, FrontMatter front, Findings findings) {
        FieldChecks checks = new FieldChecks(fields, findings);
        checks.name(front.firstLine());
        checks.description(front.firstLine());
        checks.tools("tools");
        checks.tools("disallowedTools");
        checks.model();
        Known.CODE_KEYS.forEach(checks::code);
        fields.keys().forEach(checks::key);
    }

    private void name(int line) {
        String name = value("name");
        if (name == null) {
            String message = "There is no name; the file's own name is used. Add a line \"name: …\".";
            findings.warn("missing-name", fields.line("name", line), message);
        } else if (!USUAL_NAME.matcher(name).matches()) {
            String usual =
                    name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
            findings.info(
                    "odd-name",
                    fields.line("name", line),
                    "Rules and tables must repeat the name \"%s\" exactly; usual are small letters and hyphens%s."
                            .formatted(name, usual.isEmpty() ? "" : ", as in \"" + usual + "\""));
        }
    }

    private void description(int line) {
        if (value("description") == null) {
            String message =
                    "There is no description, so nobody can tell when to use the agent. Add \"description: …\".";
            findings.warn("missing-description", fields.line("description", line), message);
        }
    }

    private @Nullable String value(String key) {
        Entry entry = fields.entry(key);
        String value = entry == null ? "" : String.valueOf(entry.value()).strip();
        return value.isEmpty() || value.equals("~") || value.equals("null") ? null : value;
    }

    private void tools(String key) {
        Entry entry = fields.entry(key);
        List<String> tools = entry == null ? List.of() : NameList.in(entry.value());
        if (entry == null || Known.everyTool(tools)) {
            return;
        }
        if (tools.isEmpty() && key.equals("tools")) {
            String message = "No tool is listed, so the agent may use none. Remove the line if it may use all.";
            findings.warn("no-tools", entry.line(), message);
        }
        tools.stream()
                .filter(tool -> !Known.tool(tool))
                .distinct()
                .limit(MOST_UNKNOWN_TOOLS)
                .forEach(tool -> {
                    String message = "\"%s\" is not a tool that Muster knows; it is passed on.%s";
                    findings.info("unknown-tool", entry.line(), message.formatted(tool, Known.hintForTool(tool)));
                });
    }

    private void model() {
        String model = value("model");
        if (model != null && !Known.model(model)) {
            String message = "\"%s\" is not a model that Muster knows; it is passed on.".formatted(model);
            findings.info("unknown-model", fields.line("model", 1), message);
        }
    }

    private void code(String key) {
        Entry entry = fields.entry(key);
        if (entry != null) {
            String message = "\"%s\" starts programs; it is not passed on unless the operator allows it.";
            findings.warn("code", entry.line(), message.formatted(key));
        }
    }

    private void key(String key) {
        String meant = Known.key(key) ? null : Known.keyMeantBy(key);
        if (meant != null) {
            String message = "The key \"%s\" has no effect for an agent. Did you mean \"%s\"?".formatted(key, meant);
            findings.warn("unknown-key", fields.line(key, 1), message);
        }
    }
}

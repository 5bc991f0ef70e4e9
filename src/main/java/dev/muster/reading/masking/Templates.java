package dev.muster.reading.masking;

import dev.muster.reading.text.Layout;
import dev.muster.reading.text.MaskKind;
import dev.muster.reading.text.Span;
import dev.muster.reading.text.Text;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Masks what a tracker's template brings along: sections about the environment, steps that only show a bug again, lists of
 * what a team does with every change. What stands under "Out of scope" is denied.
 */
final class Templates {
    private static final Pattern ENVIRONMENT =
            Pattern.compile("(?:(?:my|your|the|test|runtime) )?(?:environment|versions?|desktop|smartphone)(?: \\(.*)?"
                    + "|(?:(?:platform|system|version|device|browser|environment|debug|server|client|os|software)s? )"
                    + "(?:info|information|details|versions?|specs|specifications?)(?: \\(.*)?");
    private static final Pattern REPRODUCTION = Pattern.compile(
            "(?:(?:steps?|how|ways?|instructions) )?to reproduce.*|reproduction(?: steps)?|repro(?: steps)?|reproducer");
    private static final Pattern HABITS = Pattern.compile(
            "smoke[- ]tests?(?: list)?|(?:pr|pull request|ready|review|merge|author"
                    + "|submitter|contributor|release|review(?:er)?'?s?) check ?list|definition of done|dod|before submitting.*|type of change");
    private static final Pattern DENIED = Pattern.compile(
            "(?:out of|not in|outside) scope|non[- ]goals?|not included|won't do|excluded|not part of this.*");

    private static final Pattern HABIT = Pattern.compile(String.join(
            "|",
            "(?:code |self[- ]?|peer )?review(?:ed)?(?: (?:of )?(?:the )?code)?(?: by .{0,30})?",
            "smoke[- ]tests?(?: .{0,40})?",
            "(?:pr |mr )?merged?(?: it)?(?: (?:in)?to .{0,20})?",
            "(?:deploy(?:ed)?|deployment|prod(?:uction)? deploy(?:ment)?)(?: (?:on|to|in) .{0,20})?",
            "qa|dod.{0,30}|acceptance listed|weight set|design \\(ux\\)|personas.{0,20}|experiments?|\\.{3}",
            ".{0,30}tests? (?:are |is )?(?:all )?(?:green|pass(?:es|ing|ed)?)",
            "i(?:'ve| have) .*|my (?:code|changes?) .*|all new and existing tests.*|this (?:pr|pull request) .*",
            "change ?log (?:updated|entry)(?: .{0,20})?|no breaking changes?"));

    private static final Pattern FACT =
            Pattern.compile("(?:os|operating system|browser|platform|device|node(?:\\.?js)?|npm|yarn|php|"
                    + "python|ruby|rails|java|jdk|go|docker|kubernetes|k8s|database|mysql|postgres(?:ql)?|redis|nginx|apache"
                    + "|environment|server|client|version|[\\w. -]{1,30} version)\\s?[:=].{0,100}");
    private static final Pattern NUMBERED = Pattern.compile("[\\w. -]{1,30}:\\s?v?\\d+\\.\\d+[\\w.+-]*.{0,30}");

    private Templates() {}

    static void mask(Text text) {
        MaskKind section = null;
        boolean short_ = false;
        for (int i = 0; i < text.lines().size(); i++) {
            Span line = text.lines().get(i);
            String content = head(text, line);
            String next = i + 1 < text.lines().size() ? head(text, text.lines().get(i + 1)) : "";
            String heading = Layout.heading(content, next);
            String label = heading == null ? Layout.label(content) : null;
            boolean underline = Layout.isRule(content);
            if (heading != null || (label != null && (section == null || short_ || reason(label) != null))) {
                section = reason(heading != null ? heading : String.valueOf(label));
                short_ = heading == null;
            } else if (short_ && content.isBlank() && Layout.bullet(next) == 0) {
                section = null;
            } else if (section != null && !underline) {
                text.mask().add(line.start(), line.end(), section);
            } else {
                maskLine(text, line, content);
            }
        }
    }

    private static void maskLine(Text text, Span line, String content) {
        String box = Layout.checkbox(content);
        if (box != null && HABIT.matcher(plain(box)).matches()) {
            text.mask().add(line.start(), line.end(), MaskKind.BOILERPLATE);
        }
        String item = plain(content.substring(Layout.bullet(content)));
        if (item.length() <= 140
                && (FACT.matcher(item).matches() || NUMBERED.matcher(item).matches())) {
            text.mask().add(line.start(), line.end(), MaskKind.VERSIONS);
        }
    }

    private static @Nullable MaskKind reason(String heading) {
        String words = plain(heading);
        if (ENVIRONMENT.matcher(words).matches()) {
            return MaskKind.VERSIONS;
        }
        if (REPRODUCTION.matcher(words).matches()) {
            return MaskKind.REPRODUCTION;
        }
        if (HABITS.matcher(words).matches()) {
            return MaskKind.BOILERPLATE;
        }
        return DENIED.matcher(words).matches() ? MaskKind.NEGATED : null;
    }

    private static String head(Text text, Span line) {
        return text.content().substring(line.start(), Math.min(line.end(), line.start() + 300));
    }

    private static String plain(String line) {
        String words = line.replace("*", "").replace("_", " ").replace("`", "").strip();
        String bare = words.endsWith(":") || words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
        return bare.toLowerCase(Locale.ROOT).replace('\u2019', '\'').strip();
    }
}

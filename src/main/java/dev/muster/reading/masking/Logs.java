package dev.muster.reading.masking;

import dev.muster.reading.text.MaskKind;
import dev.muster.reading.text.Span;
import dev.muster.reading.text.Text;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Masks stack traces of the common languages, log lines, and lines that quote somebody. */
final class Logs {
    private static final int LOOKED_AT = 400;

    private static final Pattern FRAME = Pattern.compile(String.join(
            "|",
            "at\\s[\\w.$<>/@\\[\\] #`~-]{1,200}\\(.*",
            "at\\s.{1,200}:\\d+(?::\\d+)?\\)?",
            "at\\s.{1,200} in .{1,200}:line \\d+",
            "\\.\\.\\. \\d+ (?:more|common frames omitted|frames? .*)",
            "(?:Caused by|Suppressed): .*",
            "Exception in thread \".*",
            "Traceback \\(most recent call last\\).*",
            "File \"[^\"]{1,300}\", line \\d+.*",
            "goroutine \\d+ \\[.*",
            "panic: .*",
            "created by [\\w./]+(?: in goroutine.*)?",
            "\\S{1,200}\\.go:\\d+(?: \\+0x[0-9a-f]+)?",
            "[\\w./()*]{1,200}\\(0x[0-9a-f]+.*\\)",
            "(?:from )?\\S{1,200}\\.(?:rb|erb|rake):\\d+:in [`'].*",
            "#\\d+ +\\S{1,200}(?:\\(\\d+\\)|\\.php).*",
            "#\\d+ \\{main}.*",
            "PHP (?:Fatal|Parse|Warning|Notice|Stack|Deprecated|  ).*",
            "Stack trace:",
            "thrown in .{1,200} on line \\d+",
            "thread '.{1,80}' panicked at.*",
            "\\d+: +0x[0-9a-f]+ - .*"));

    private static final Pattern ERROR =
            Pattern.compile("(?:Uncaught )?[\\w.$\\\\]{0,150}(?:Error|Exception|Failure)(?!\\w)(?:[:(].*)?");

    private static final Pattern LOG = Pattern.compile(String.join(
            "|",
            "\\[?\\d{4}[-/]\\d\\d[-/]\\d\\d[T ]\\d\\d:\\d\\d.*",
            "\\[?\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d{1,6})?]? .*",
            "\\[(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|CRITICAL|SEVERE|debug|info|warn|error)] ?.*",
            "(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|SEVERE) ?(?:\\[|- |\\w+\\.\\w+).*",
            "[A-Z][a-z]{2} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d .*",
            "\\d{1,3}(?:\\.\\d{1,3}){3} - .*",
            "(?:time|ts|level)=\\S.*",
            "(?:ERROR|FATAL|SQLSTATE)\\[\\w+].*"));

    private static final Pattern LOG_INSIDE = Pattern.compile(
            "(?<!\\w)\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d[.,]\\d{3}.{1,80}?(?<!\\w)(?:DEBUG|INFO|WARN|WARNING|ERROR|FATAL)(?!\\w)");

    private Logs() {}

    static void mask(Text text) {
        boolean traced = false;
        for (int i = 0; i < text.lines().size(); i++) {
            Span line = text.lines().get(i);
            String stripped = stripped(text, line);
            boolean frame = FRAME.matcher(stripped).matches();
            boolean error = ERROR.matcher(stripped).matches() && (traced || frameFollows(text, i));
            if (frame || error) {
                text.mask().add(line.start(), line.end(), MaskKind.STACK_TRACE);
                maskSource(text, i, stripped);
            } else if (LOG.matcher(stripped).matches()) {
                text.mask().add(line.start(), line.end(), MaskKind.LOG);
            } else if (stripped.startsWith(">") && text.lines().size() > 1) {
                text.mask().add(line.start(), line.end(), MaskKind.QUOTE);
            } else {
                maskInside(text, line);
            }
            traced =
                    frame || (traced && text.mask().at(Math.max(line.start(), line.end() - 1)) == MaskKind.STACK_TRACE);
        }
    }

    /** Python prints the line of source below its frame. */
    private static void maskSource(Text text, int frame, String stripped) {
        if (stripped.startsWith("File \"") && frame + 1 < text.lines().size()) {
            Span source = text.lines().get(frame + 1);
            if (text.at(source).startsWith("  ")) {
                text.mask().add(source.start(), source.end(), MaskKind.STACK_TRACE);
            }
        }
    }

    private static boolean frameFollows(Text text, int line) {
        List<Span> lines = text.lines();
        return line + 1 < lines.size()
                && FRAME.matcher(stripped(text, lines.get(line + 1))).matches();
    }

    private static void maskInside(Text text, Span line) {
        if (line.end() - line.start() < 40) {
            return;
        }
        Matcher inside = LOG_INSIDE.matcher(text.content()).region(line.start(), line.end());
        if (inside.find()) {
            text.mask().add(inside.start(), line.end(), MaskKind.LOG);
        }
    }

    private static String stripped(Text text, Span line) {
        int end = Math.min(line.end(), line.start() + LOOKED_AT);
        return text.content().substring(line.start(), end).strip();
    }
}

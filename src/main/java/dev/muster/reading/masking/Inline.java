package dev.muster.reading.masking;

import dev.muster.reading.text.MaskKind;
import dev.muster.reading.text.Text;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Masks what stands inside sentences but is not said: addresses, file paths, qualified names of classes, data, lines of
 * shell or source between backticks. A name or a route between backticks is part of what is said and stays.
 */
final class Inline {
    private static final Pattern URL = Pattern.compile(
            "(?<!\\w)(?:https?|ftps?|ssh|git|file|jdbc:\\w{1,20}|postgres(?:ql)?|rediss?|mongodb|amqps?|s3|wss?)://[^\\s<>\"'`)\\]]++"
                    + "|(?<!\\w)www\\.[^\\s<>\"'`)\\]]++");
    private static final Pattern MAIL =
            Pattern.compile("(?<![\\w.+-])[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,5}");
    private static final Pattern TARGET = Pattern.compile("(?<=])\\([^()\\s]{1,500}\\)");
    private static final Pattern FILE = Pattern.compile(
            "(?<![\\w/.])(?:[A-Za-z]:\\\\|~/|\\.{1,2}/|/)?(?:[\\w.@-]{1,80}[/\\\\]){1,20}[\\w.@-]{0,80}");
    private static final Pattern FILE_ROOT = Pattern.compile(
            "(?:/(?:var|usr|etc|opt|home|tmp|root|srv|mnt|lib|bin|dev|proc|node_modules|vendor)/|~/|[A-Za-z]:\\\\).*");
    private static final Pattern FILE_NAME = Pattern.compile(
            ".*\\.(?:php|js|jsx|ts|tsx|rb|py|go|rs|java|kt|cs|cpp|c|h|html?|css|scss|vue|json|ya?ml|toml|ini|conf|xml|md|sql"
                    + "|sh|log|txt|lock|erb|haml|twig|zip|gz|jar)(?:[#:].*)?");
    private static final Pattern QUALIFIED = Pattern.compile(
            "(?<![\\w.\\\\])(?:[\\w$]{1,60}(?:::|\\\\)){1,8}[\\w$]{1,60}|(?<![\\w.\\\\])(?:[a-z_]\\w{0,40}\\.){2,8}[A-Z]\\w{1,80}");
    private static final Pattern COMMAND = Pattern.compile(
            "(?:[$>] ?|sudo |CI=\\S{1,9} )?(?:npm|npx|yarn|pnpm|git|docker|docker-compose|kubectl|helm|curl|wget|rake|bundle|rails"
                    + "|pip|pip3|python|python3|node|php|composer|mvn|gradle|\\./\\S{1,80}|make|go|cargo|cd|ls|cp|mv|rm|cat|grep|ssh"
                    + "|scp|psql|mysql|redis-cli|apt|apt-get|brew|systemctl|service|sudo|export|bash|sh|terraform|ansible)\\s\\S.*");
    private static final Pattern SQL =
            Pattern.compile("(?:SELECT|INSERT|UPDATE|DELETE|ALTER|CREATE|DROP|WITH|EXPLAIN)\\s(?:\\S{1,200}\\s){2}.*");
    private static final Pattern ROUTE = Pattern.compile("(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\\s/.*");
    private static final Pattern SYMBOLS = Pattern.compile("[{}()\\[\\];=<>$|&\"']");

    private Inline() {}

    static void mask(Text text) {
        backticks(text);
        each(text, URL, MaskKind.URL);
        each(text, MAIL, MaskKind.URL);
        each(text, TARGET, MaskKind.URL);
        data(text);
        files(text);
        each(text, QUALIFIED, MaskKind.CODE);
    }

    private static void each(Text text, Pattern pattern, MaskKind how) {
        Matcher matcher = pattern.matcher(text.content());
        while (matcher.find()) {
            int end = matcher.end();
            while (end > matcher.start() && ".,;:!?".indexOf(text.content().charAt(end - 1)) >= 0) {
                end--;
            }
            text.mask().add(matcher.start(), end, how);
        }
    }

    private static void backticks(Text text) {
        String content = text.content();
        int at = content.indexOf('`');
        while (at >= 0) {
            int run = at;
            while (run < content.length() && content.charAt(run) == '`') {
                run++;
            }
            String mark = content.substring(at, Math.min(run, at + 8));
            int limit = Math.min(content.length(), run + 500);
            int closing = content.substring(run, limit).indexOf(mark);
            int from = run;
            if (closing >= 0) {
                String inside = content.substring(run, run + closing);
                if (inside.indexOf('\n') < 0) {
                    if (isSource(inside.strip())) {
                        text.mask().add(run, run + closing, MaskKind.CODE);
                    }
                    from = run + closing + mark.length();
                }
            }
            at = content.indexOf('`', from);
        }
    }

    /** Whether what stands between backticks is a line of source or shell, and not a name or a route. */
    static boolean isSource(String inside) {
        if (ROUTE.matcher(inside).matches()) {
            return false;
        }
        boolean words = inside.indexOf(' ') > 0;
        long symbols = SYMBOLS.matcher(inside).results().count();
        return inside.length() > 120
                || COMMAND.matcher(inside).matches()
                || SQL.matcher(inside).matches()
                || (words && (symbols >= 3 || inside.endsWith(";")));
    }

    /** JSON in the middle of a sentence. */
    private static void data(Text text) {
        String content = text.content();
        int at = content.indexOf("{\"");
        while (at >= 0) {
            int end = closingBrace(content, at);
            text.mask().add(at, end, MaskKind.CODE);
            at = content.indexOf("{\"", end);
        }
    }

    private static int closingBrace(String content, int from) {
        int depth = 0;
        int at = from;
        while (at < content.length() && at < from + 20_000) {
            char c = content.charAt(at++);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0) {
                return at;
            }
        }
        return at;
    }

    private static void files(Text text) {
        Matcher file = FILE.matcher(text.content());
        while (file.find()) {
            if (FILE_ROOT.matcher(file.group()).matches()
                    || FILE_NAME.matcher(file.group()).matches()) {
                text.mask().add(file.start(), file.end(), MaskKind.CODE);
            }
        }
    }
}

package dev.muster.reading.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the words of a text. A hyphen, an underscore, a dot or an apostrophe between letters belongs to its word; a slash
 * parts words. Digits stay with their letters ({@code S3}, {@code OAuth2}). Parts begin behind a hyphen, an underscore or a
 * dot, and at a hump ({@code userProfile}), unless the humps are a brand's.
 */
public final class Words {
    /** Longer runs are keys, hashes or images, not words. */
    private static final int LONGEST = 120;

    private static final Set<String> BRANDS = Set.of(
            "javascript",
            "typescript",
            "github",
            "gitlab",
            "bitbucket",
            "youtube",
            "linkedin",
            "postgresql",
            "mysql",
            "mariadb",
            "mongodb",
            "sqlite",
            "dynamodb",
            "graphql",
            "nestjs",
            "openapi",
            "websocket",
            "websockets",
            "rabbitmq",
            "paypal",
            "sendgrid",
            "powershell",
            "bigquery",
            "cloudfront",
            "cloudwatch",
            "devops",
            "saas",
            "oauth",
            "oauth2",
            "openid",
            "webrtc",
            "webhook",
            "webhooks",
            "iphone",
            "macos",
            "phpunit",
            "elasticsearch",
            "opensearch",
            "mailgun",
            "sharepoint");

    private Words() {}

    public static List<Word> in(String text) {
        List<Word> words = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = endOfRun(text, at);
            if (end > at) {
                if (end - at <= LONGEST) {
                    words.add(word(text, at, end));
                }
                at = end;
            } else {
                at += Character.charCount(text.codePointAt(at));
            }
        }
        return words;
    }

    private static int endOfRun(String text, int from) {
        int at = from;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            boolean inside = isWordCharacter(c) || (at > from && isJoint(text, at));
            if (!inside) {
                break;
            }
            at += Character.charCount(c);
        }
        return at > from ? withSharpOrPlus(text, at) : at;
    }

    /** {@code C#} and {@code C++} are words too. */
    private static int withSharpOrPlus(String text, int end) {
        int marked = text.startsWith("++", end) ? end + 2 : text.startsWith("#", end) ? end + 1 : end;
        boolean closed = marked == text.length() || !Character.isLetterOrDigit(text.charAt(marked));
        return closed ? marked : end;
    }

    private static boolean isWordCharacter(int c) {
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isJoint(String text, int at) {
        return "-_.'\u2019".indexOf(text.charAt(at)) >= 0
                && at + 1 < text.length()
                && isWordCharacter(text.codePointAt(at + 1));
    }

    private static Word word(String text, int start, int end) {
        String run = text.substring(start, end);
        if (BRANDS.contains(run.toLowerCase(Locale.ROOT))) {
            return new Word(run, start, end, List.of(new Word.Part(run, start, end)), false);
        }
        List<Word.Part> parts = new ArrayList<>();
        int from = start;
        for (int at = start; at < end; at++) {
            boolean joint = "-_.".indexOf(text.charAt(at)) >= 0;
            if (joint || isHump(text, from, at, end)) {
                addPart(parts, text, from, at);
                from = joint ? at + 1 : at;
            }
        }
        addPart(parts, text, from, end);
        return new Word(run, start, end, List.copyOf(parts), isJoined(run, parts));
    }

    private static void addPart(List<Word.Part> parts, String text, int from, int to) {
        if (to > from) {
            parts.add(new Word.Part(text.substring(from, to), from, to));
        }
    }

    /** A new part begins at {@code Profile} in {@code userProfile} and at {@code Server} in {@code HTTPServer}. */
    private static boolean isHump(String text, int from, int at, int end) {
        if (at - from < 2 || !Character.isUpperCase(text.charAt(at))) {
            return false;
        }
        boolean behindSmall =
                !Character.isUpperCase(text.charAt(at - 1)) && Character.isLetterOrDigit(text.charAt(at - 1));
        boolean beforeSmall = at + 1 < end && Character.isLowerCase(text.charAt(at + 1));
        boolean plural = at + 2 == end && text.charAt(at + 1) == 's';
        return behindSmall || (beforeSmall && !plural);
    }

    private static boolean isJoined(String run, List<Word.Part> parts) {
        long dots = run.chars().filter(c -> c == '.').count();
        boolean letters =
                parts.stream().allMatch(part -> Character.isLetter(part.text().codePointAt(0)));
        return letters && parts.size() > 1 && parts.size() <= 4 && (dots == 0 || (dots == 1 && parts.size() == 2));
    }
}

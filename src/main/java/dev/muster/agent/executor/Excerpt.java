package dev.muster.agent.executor;

/** Parts of a text that is too long. */
public final class Excerpt {
    private Excerpt() {}

    /** The beginning and the end, and how much is between them. */
    public static String of(String text, int maxCharacters) {
        if (text.length() <= maxCharacters) {
            return text;
        }
        int head = whole(text, maxCharacters / 4);
        int tail = whole(text, text.length() - (maxCharacters - head));
        return text.substring(0, head) + "\n… " + (tail - head) + " characters left out …\n" + text.substring(tail);
    }

    /** The beginning, with an ellipsis where there is more. */
    public static String beginning(String text, int maxCharacters) {
        return text.length() <= maxCharacters ? text : text.substring(0, whole(text, maxCharacters)) + "…";
    }

    /** Does not cut a pair of surrogates in two. */
    private static int whole(String text, int at) {
        return at > 0 && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }
}

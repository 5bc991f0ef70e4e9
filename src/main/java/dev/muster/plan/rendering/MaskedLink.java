package dev.muster.plan.rendering;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A link in which a secret was masked. It leads nowhere any more, and the mask has a space in it, so as a link it would be torn in two:
 * it is shown as one piece of code.
 */
final class MaskedLink {
    private static final Pattern MASK = Pattern.compile("\\[masked: [^\\]`|]{1,100}\\]");
    private static final String OPENING = "[masked";
    private static final Pattern REST = Pattern.compile("[^\\s<>\"`|]*[\\p{L}\\p{N}/=&_-]");

    private MaskedLink() {}

    /**
     * Where it ends.
     *
     * @param to where the part before the first space ends, without marks such as a colon
     * @return -1 where nothing in it was masked
     */
    static int end(String text, int from, int to) {
        int end = -1;
        int at = to;
        Matcher mask = MASK.matcher(text);
        Matcher rest = REST.matcher(text);
        while (at - OPENING.length() > from
                && mask.region(at - OPENING.length(), text.length()).lookingAt()) {
            end = mask.end();
            end = rest.region(end, text.length()).lookingAt() ? rest.end() : end;
            at = end;
        }
        return end;
    }
}

package dev.muster.secret;

/** Masks a text that comes line by line: of a private key no line is let through, though only its first says what it is. */
public final class LineMasking {
    private final Masking masking;
    private boolean inKey;

    LineMasking(Masking masking) {
        this.masking = masking;
    }

    /** @param cut whether the line's end is missing */
    public String mask(String line, boolean cut) {
        boolean begins = line.contains("-----BEGIN ") && line.contains("PRIVATE KEY-----");
        boolean ends = line.contains("-----END ");
        boolean within = inKey && !ends && isKey(line);
        inKey = (begins || within) && !ends;
        return within ? "[masked: private key]" : cut ? masking.beginning(line) : masking.mask(line);
    }

    /** Headers stand in some of them. */
    private static boolean isKey(String line) {
        return line.strip().chars().noneMatch(c -> c == ' ') || line.contains(": ");
    }
}

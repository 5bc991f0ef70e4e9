package dev.muster.reading;

import org.jspecify.annotations.Nullable;

/** Which characters of a text ask for nothing, and why. What is masked first keeps its reason. */
final class Mask {
    private static final How[] HOWS = How.values();

    private final byte[] paint;
    private boolean used;

    Mask(int length) {
        this.paint = new byte[length];
    }

    void add(int start, int end, How how) {
        for (int i = Math.max(0, start); i < Math.min(end, paint.length); i++) {
            if (paint[i] == 0) {
                paint[i] = (byte) (how.ordinal() + 1);
                used = true;
            }
        }
    }

    boolean isEmpty() {
        return !used;
    }

    /** Why the word that starts here asks for nothing, or null where it counts. */
    @Nullable
    How at(int offset) {
        return offset < paint.length && paint[offset] != 0 ? HOWS[paint[offset] - 1] : null;
    }

    /** The first reason in a stretch of the text, or null where all of it counts. */
    @Nullable
    How within(int start, int end) {
        for (int i = start; i < Math.min(end, paint.length); i++) {
            if (paint[i] != 0) {
                return HOWS[paint[i] - 1];
            }
        }
        return null;
    }

    /** Whether every character that is not white space is masked for another reason than a denial. */
    boolean hides(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            How how = at(i);
            if ((how == null || how == How.NEGATED) && !Character.isWhitespace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}

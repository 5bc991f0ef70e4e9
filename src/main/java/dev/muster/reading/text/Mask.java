package dev.muster.reading.text;

import org.jspecify.annotations.Nullable;

/** Which characters of a text ask for nothing, and why. What is masked first keeps its reason. */
public final class Mask {
    private static final MaskKind[] HOWS = MaskKind.values();

    private final byte[] paint;
    private boolean used;

    public Mask(int length) {
        this.paint = new byte[length];
    }

    public void add(int start, int end, MaskKind how) {
        for (int i = Math.max(0, start); i < Math.min(end, paint.length); i++) {
            if (paint[i] == 0) {
                paint[i] = (byte) (how.ordinal() + 1);
                used = true;
            }
        }
    }

    public boolean isEmpty() {
        return !used;
    }

    /** Why the word that starts here asks for nothing, or null where it counts. */
    @Nullable
    public MaskKind at(int offset) {
        return offset < paint.length && paint[offset] != 0 ? HOWS[paint[offset] - 1] : null;
    }

    /** The first reason in a stretch of the text, or null where all of it counts. */
    @Nullable
    public MaskKind within(int start, int end) {
        for (int i = start; i < Math.min(end, paint.length); i++) {
            if (paint[i] != 0) {
                return HOWS[paint[i] - 1];
            }
        }
        return null;
    }

    /** Whether every character that is not white space is masked for another reason than a denial. */
    public boolean hides(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            MaskKind how = at(i);
            if ((how == null || how == MaskKind.NEGATED) && !Character.isWhitespace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}

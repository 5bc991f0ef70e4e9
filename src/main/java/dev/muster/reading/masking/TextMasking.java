package dev.muster.reading.masking;

import dev.muster.reading.text.Text;

/** Masks everything in a text that asks for nothing, but for denials, which need its sentences. */
public final class TextMasking {
    private TextMasking() {}

    public static void mask(Text text) {
        Codes.mask(text);
        Logs.mask(text);
        Codes.maskIndented(text);
        Templates.mask(text);
        Inline.mask(text);
        Versions.mask(text);
    }
}

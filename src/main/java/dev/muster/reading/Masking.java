package dev.muster.reading;

/** Masks everything in a text that asks for nothing, but for denials, which need its sentences. */
final class Masking {
    private Masking() {}

    static void mask(Text text) {
        Codes.mask(text);
        Logs.mask(text);
        Codes.maskIndented(text);
        Templates.mask(text);
        Inline.mask(text);
        Versions.mask(text);
    }
}

package dev.muster.source;

import java.util.Locale;

/** How a constant is written in files, in JSON and on a command line: {@code NEEDS_ANSWERS} as {@code needs-answers}. */
public final class EnumWord {
    private EnumWord() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

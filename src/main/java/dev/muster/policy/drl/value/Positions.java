package dev.muster.policy.drl.value;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands at a position of a list or a text, counted from 0. */
public final class Positions {
    private Positions() {}

    /** The value at a position of a list. */
    public static @Nullable Object at(List<?> list, int position) {
        if (position < 0 || position >= list.size()) {
            throw new WrongValueException(
                    "there is no position " + position + " in a list of " + list.size() + ", counted from 0");
        }
        return list.get(position);
    }

    /** What stands between two positions of a text. */
    public static String part(String text, int from, int to) {
        if (from < 0 || to < from || to > text.length()) {
            throw new WrongValueException("there is nothing from position " + from + " to " + to + " in a text of "
                    + text.length() + " characters, counted from 0");
        }
        return text.substring(from, to);
    }
}

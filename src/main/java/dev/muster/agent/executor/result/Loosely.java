package dev.muster.agent.executor.result;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** Names as models write them: {@code files_created} and {@code Files created} are {@code filesCreated} too. */
final class Loosely {
    private Loosely() {}

    /** The value of a field, missing where there is none. */
    static JsonNode at(JsonNode object, String name) {
        JsonNode exact = object.path(name);
        if (!exact.isMissingNode()) {
            return exact;
        }
        for (var field : object.properties()) {
            if (key(field.getKey()).equals(key(name))) {
                return field.getValue();
            }
        }
        return exact;
    }

    /** A word without what tells its spellings apart. */
    static String key(String word) {
        return word.strip().replaceAll("[-_ ]", "").toLowerCase(Locale.ROOT);
    }
}

package dev.muster.app.planning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.muster.app.json.Json;
import dev.muster.app.planning.Replay.Difference;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds where two plans differ, value by value. */
final class PlanDifferences {
    private final List<Difference> found = new ArrayList<>();

    private PlanDifferences() {}

    /** The differences between two texts of JSON; where they say the same in other bytes, the first such place. */
    static List<Difference> between(String kept, String now) {
        if (kept.equals(now)) {
            return List.of();
        }
        PlanDifferences differences = new PlanDifferences();
        differences.compare("", tree(kept), tree(now));
        return differences.found.isEmpty() ? List.of(spelling(kept, now)) : List.copyOf(differences.found);
    }

    private void compare(String at, JsonNode kept, JsonNode now) {
        if (kept.isObject() && now.isObject()) {
            names(kept, now)
                    .forEach(name -> compare(at.isEmpty() ? name : at + "." + name, kept.path(name), now.path(name)));
        } else if (kept.isArray() && now.isArray()) {
            for (int i = 0; i < Math.max(kept.size(), now.size()); i++) {
                compare(at + "[" + i + "]", kept.path(i), now.path(i));
            }
        } else if (!kept.equals(now)) {
            found.add(new Difference(at, text(kept), text(now)));
        }
    }

    private static Set<String> names(JsonNode kept, JsonNode now) {
        Set<String> names = new LinkedHashSet<>();
        kept.fieldNames().forEachRemaining(names::add);
        now.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static @Nullable String text(JsonNode value) {
        return value instanceof MissingNode ? null : value.toString();
    }

    private static Difference spelling(String kept, String now) {
        int at = 0;
        while (at < Math.min(kept.length(), now.length()) && kept.charAt(at) == now.charAt(at)) {
            at++;
        }
        return new Difference("character " + at, around(kept, at), around(now, at));
    }

    private static String around(String text, int at) {
        return text.substring(Math.max(0, at - 20), Math.min(text.length(), at + 20));
    }

    private static JsonNode tree(String json) {
        try {
            return Json.mapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

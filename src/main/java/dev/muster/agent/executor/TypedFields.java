package dev.muster.agent.executor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields of what somebody handed in, each of the type that it has to have. What is of another one is no such field, and
 * nobody guesses what was meant. A field that may be missing may be null too.
 *
 * @throws WrongField from each method where a field is of another type, or is there twice
 */
public final class TypedFields {
    private static final int SHOWN = 60;

    private final JsonNode object;
    private final String where;
    private final boolean loosely;

    private TypedFields(JsonNode object, String where, boolean loosely) {
        this.object = object;
        this.where = where;
        this.loosely = loosely;
    }

    /** As models write names: {@code files_created} and {@code Files created} are {@code filesCreated} too. */
    static TypedFields loosely(JsonNode object) {
        return new TypedFields(object, "", true);
    }

    /** As programs write names. */
    public static TypedFields exactly(JsonNode object) {
        return new TypedFields(object, "", false);
    }

    private JsonNode at(String name) {
        JsonNode found = object.path(name);
        if (!loosely) {
            return found;
        }
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(field -> {
            if (Loosely.key(field).equals(Loosely.key(name))) {
                names.add(field);
            }
        });
        if (names.size() > 1) {
            throw new WrongField(
                    "\"" + where + name + "\" is there twice, as \"" + String.join("\" and \"", names) + "\".");
        }
        return names.isEmpty() ? found : object.path(names.getFirst());
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    public boolean has(String name) {
        return !at(name).isMissingNode();
    }

    private WrongField wrong(String name, String wanted, JsonNode found) {
        return new WrongField("\"%s%s\" has to be %s; found %s."
                .formatted(where, name, wanted, Excerpt.beginning(found.toString(), SHOWN)));
    }

    /** A text; null where there is none. */
    public @Nullable String text(String name) {
        JsonNode found = at(name);
        if (isAbsent(found)) {
            return null;
        }
        if (!found.isTextual()) {
            throw wrong(name, "a text", found);
        }
        return found.textValue();
    }

    public String textOr(String name, String absent) {
        String text = text(name);
        return text == null ? absent : text;
    }

    /** A text that may be missing, but says something where it is there. */
    String word(String name, String absent) {
        JsonNode found = at(name);
        if (found.isMissingNode()) {
            return absent;
        }
        if (!found.isTextual()) {
            throw wrong(name, "a word", found);
        }
        return found.textValue();
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode item : items(name, "a list of texts")) {
            if (!item.isTextual()) {
                throw wrong(name, "a list of texts", at(name));
            }
            texts.add(item.textValue());
        }
        return texts;
    }

    private List<JsonNode> items(String name, String wanted) {
        JsonNode found = at(name);
        if (isAbsent(found)) {
            return List.of();
        }
        if (!found.isArray()) {
            throw wrong(name, wanted, found);
        }
        List<JsonNode> items = new ArrayList<>();
        found.forEach(items::add);
        return items;
    }

    /** Each item of a list, with its own place in messages. */
    List<Item> items(String name) {
        List<Item> items = new ArrayList<>();
        for (JsonNode item : items(name, "a list")) {
            String itsPlace = where + name + "[" + items.size() + "]";
            if (!item.isTextual() && !item.isObject()) {
                throw new WrongField("\"%s\" has to be an object; found %s."
                        .formatted(itsPlace, Excerpt.beginning(item.toString(), SHOWN)));
            }
            items.add(new Item(item.textValue(), new TypedFields(item, itsPlace + ".", loosely)));
        }
        return items;
    }

    /** @param text null where it is an object */
    record Item(@Nullable String text, TypedFields fields) {}

    /** Those of an object within; null where there is none. */
    public @Nullable TypedFields within(String name) {
        JsonNode found = at(name);
        if (isAbsent(found)) {
            return null;
        }
        if (!found.isObject()) {
            throw wrong(name, "an object", found);
        }
        return new TypedFields(found, where + name + ".", loosely);
    }

    /** A whole number from one to another; null where there is none. */
    public @Nullable Long count(String name, long least, long most) {
        JsonNode found = at(name);
        if (isAbsent(found)) {
            return null;
        }
        if (!found.isIntegralNumber()
                || !found.canConvertToLong()
                || found.longValue() < least
                || found.longValue() > most) {
            throw wrong(name, "a whole number from " + least + " to " + most, found);
        }
        return found.longValue();
    }

    /** A number from 0 to another; null where there is none. */
    public @Nullable Double amount(String name, double most) {
        JsonNode found = at(name);
        if (isAbsent(found)) {
            return null;
        }
        if (!found.isNumber() || !(found.doubleValue() >= 0 && found.doubleValue() <= most)) {
            throw wrong(name, "a number from 0 to " + Math.round(most), found);
        }
        return found.doubleValue();
    }

    /** Absent where there is none. Models also write yes and no. */
    boolean flag(String name, boolean absent) {
        JsonNode found = at(name);
        String word = found.isTextual() ? Loosely.key(found.textValue()) : found.toString();
        return switch (found.isMissingNode() ? "" : word) {
            case "" -> absent;
            case "true", "yes" -> true;
            case "false", "no" -> false;
            default -> throw wrong(name, "true or false", found);
        };
    }

    /** As {@link #flag} for programs, which write what they mean. */
    public boolean truth(String name, boolean absent) {
        JsonNode found = at(name);
        if (isAbsent(found)) {
            return absent;
        }
        if (!found.isBoolean()) {
            throw wrong(name, "true or false", found);
        }
        return found.booleanValue();
    }

    /** A line, also as {@code "12-18"} or {@code "L12"}; null where there is none. */
    @Nullable
    Integer line(String name) {
        JsonNode found = at(name);
        if (isAbsent(found) || found.isTextual() && found.textValue().isBlank()) {
            return null;
        }
        String first = found.isTextual()
                ? found.textValue().strip().replaceFirst("^[Ll]?(\\d{1,9})\\b.*$", "$1")
                : found.isIntegralNumber() ? found.asText() : "";
        if (!first.matches("[1-9]\\d{0,8}")) {
            throw wrong(name, "a line, counted from 1", found);
        }
        return Integer.valueOf(first);
    }
}

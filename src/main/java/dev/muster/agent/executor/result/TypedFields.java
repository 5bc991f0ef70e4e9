package dev.muster.agent.executor.result;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.agent.executor.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
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

    boolean has(String name) {
        return !at(name).isMissingNode();
    }

    private WrongField wrong(String name, String wanted, JsonNode found) {
        return new WrongField("\"%s%s\" has to be %s; found %s."
                .formatted(where, name, wanted, Excerpt.beginning(found.toString(), SHOWN)));
    }

    /** What every field has in common: null where there is none, and an error where it is something else. */
    private <T> @Nullable T read(String name, String wanted, Predicate<JsonNode> fits, Function<JsonNode, T> value) {
        JsonNode found = at(name);
        if (isAbsent(found)) {
            return null;
        }
        if (!fits.test(found)) {
            throw wrong(name, wanted, found);
        }
        return value.apply(found);
    }

    /** A text; null where there is none. */
    @Nullable
    String text(String name) {
        return read(name, "a text", JsonNode::isTextual, JsonNode::textValue);
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
        JsonNode list = read(name, wanted, JsonNode::isArray, found -> found);
        List<JsonNode> items = new ArrayList<>();
        if (list != null) {
            list.forEach(items::add);
        }
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
        return read(
                name, "an object", JsonNode::isObject, object -> new TypedFields(object, where + name + ".", loosely));
    }

    /** A whole number from one to another; null where there is none. */
    @Nullable
    Long count(String name, long least, long most) {
        return read(
                name,
                "a whole number from " + least + " to " + most,
                number -> number.isIntegralNumber()
                        && number.canConvertToLong()
                        && number.longValue() >= least
                        && number.longValue() <= most,
                JsonNode::longValue);
    }

    /** A number from 0 to another; null where there is none. */
    @Nullable
    Double amount(String name, double most) {
        return read(
                name,
                "a number from 0 to " + Math.round(most),
                number -> number.isNumber() && number.doubleValue() >= 0 && number.doubleValue() <= most,
                JsonNode::doubleValue);
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
        Boolean truth = read(name, "true or false", JsonNode::isBoolean, JsonNode::booleanValue);
        return truth == null ? absent : truth;
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

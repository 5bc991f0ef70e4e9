package dev.muster.policy.drl;

import static dev.muster.policy.drl.Parameter.param;

import dev.muster.limit.Allowance;
import dev.muster.policy.drl.value.Positions;
import dev.muster.policy.drl.value.Texts;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The types that come with the language: texts, numbers, truth values, collections. */
final class BuiltIns {
    private static final List<Parameter> NONE = List.of();
    private static final List<Parameter> TEXT = List.of(param("text", String.class));
    private static final List<Parameter> VALUE = List.of(param("value", Object.class));

    private BuiltIns() {}

    static void addTo(Vocabulary.Builder builder) {
        builder.type("Object", Object.class, "Anything", BuiltIns::object, true)
                .type("String", String.class, "A text", BuiltIns::text, true)
                .type("Boolean", Boolean.class, "true or false", t -> t, true)
                .type("Number", Number.class, "Any number", BuiltIns::number, true)
                .type("Integer", Integer.class, "A whole number", t -> t, true)
                .type("Long", Long.class, "A large whole number", t -> t, true)
                .type("Double", Double.class, "A number with decimals", t -> t, true)
                .type("Collection", Collection.class, "Several values", BuiltIns::collection, true)
                .type("List", List.class, "Several values in an order", BuiltIns::list, true)
                .type("Set", Set.class, "Several different values", t -> t, true)
                .type("Map", Map.class, "Values by key", BuiltIns::map, true);
    }

    private static TypeBuilder<Object> object(TypeBuilder<Object> type) {
        return type.method("toString", String.class, NONE, (o, a) -> Texts.of(o), "the value as text")
                .method("hashCode", int.class, NONE, (o, a) -> o.hashCode(), "a number that equal values share")
                .method(
                        "equals",
                        boolean.class,
                        VALUE,
                        (o, a) -> Objects.equals(o, a.orNull(0)),
                        "whether both are equal");
    }

    private static TypeBuilder<String> text(TypeBuilder<String> type) {
        return type.property("empty", boolean.class, String::isEmpty, "whether it has no characters")
                .property("blank", boolean.class, String::isBlank, "whether it has only blanks")
                .method("length", int.class, NONE, (s, a) -> s.length(), "how many characters it has")
                .method(
                        "contains",
                        boolean.class,
                        TEXT,
                        (s, a) -> Texts.contains(s, a.get(0)),
                        "whether a text is in it")
                .method(
                        "startsWith",
                        boolean.class,
                        TEXT,
                        (s, a) -> s.startsWith(a.<String>get(0)),
                        "whether it begins with a text")
                .method(
                        "endsWith",
                        boolean.class,
                        TEXT,
                        (s, a) -> s.endsWith(a.<String>get(0)),
                        "whether it ends with a text")
                .method(
                        "indexOf",
                        int.class,
                        TEXT,
                        (s, a) -> Texts.indexOf(s, a.get(0)),
                        "where a text begins in it, or -1")
                .method(
                        "equalsIgnoreCase",
                        boolean.class,
                        TEXT,
                        (s, a) -> s.equalsIgnoreCase(a.orNull(0)),
                        "whether both are equal but for case")
                .method(
                        "toLowerCase",
                        String.class,
                        NONE,
                        (s, a) -> Texts.made(s.toLowerCase(Locale.ROOT)),
                        "in small letters")
                .method(
                        "toUpperCase",
                        String.class,
                        NONE,
                        (s, a) -> Texts.made(s.toUpperCase(Locale.ROOT)),
                        "in capital letters")
                .method("trim", String.class, NONE, (s, a) -> Texts.made(s.trim()), "without blanks around it")
                .method("strip", String.class, NONE, (s, a) -> Texts.made(s.strip()), "without blanks around it")
                .method(
                        "concat",
                        String.class,
                        TEXT,
                        (s, a) -> Texts.joined(s, a.<String>get(0)),
                        "with a text behind it")
                .method(
                        "replace",
                        String.class,
                        List.of(param("from", String.class), param("to", String.class)),
                        (s, a) -> Texts.replaced(s, a.get(0), a.get(1)),
                        "with each occurrence of a text replaced by another")
                .method(
                        "substring",
                        String.class,
                        List.of(param("from", int.class)),
                        (s, a) -> Texts.made(Positions.part(s, a.<Integer>get(0), s.length())),
                        "what stands from a position on")
                .method(
                        "substring",
                        String.class,
                        List.of(param("from", int.class), param("to", int.class)),
                        (s, a) -> Texts.made(Positions.part(s, a.<Integer>get(0), a.<Integer>get(1))),
                        "what stands between two positions");
    }

    private static TypeBuilder<Number> number(TypeBuilder<Number> type) {
        return type.method("intValue", int.class, NONE, (n, a) -> n.intValue(), "as a whole number")
                .method("longValue", long.class, NONE, (n, a) -> n.longValue(), "as a large whole number")
                .method("doubleValue", double.class, NONE, (n, a) -> n.doubleValue(), "as a number with decimals");
    }

    /** Going through a collection takes as long as it is large. */
    private static <C extends Collection<?>> C counted(C collection) {
        Allowance.current().tick(1 + collection.size() / 4);
        return collection;
    }

    @SuppressWarnings("rawtypes")
    private static TypeBuilder<Collection> collection(TypeBuilder<Collection> type) {
        return type.property("empty", boolean.class, Collection::isEmpty, "whether nothing is in it")
                .method("size", int.class, NONE, (c, a) -> c.size(), "how many values are in it")
                .method(
                        "contains",
                        boolean.class,
                        VALUE,
                        (c, a) -> counted(c).contains(a.orNull(0)),
                        "whether a value is in it");
    }

    @SuppressWarnings("rawtypes")
    private static TypeBuilder<List> list(TypeBuilder<List> type) {
        return type.method(
                        "get",
                        Object.class,
                        List.of(param("index", int.class)),
                        (l, a) -> Positions.at(l, a.<Integer>get(0)),
                        "the value at a position, counted from 0")
                .method(
                        "indexOf",
                        int.class,
                        VALUE,
                        (l, a) -> counted(l).indexOf(a.orNull(0)),
                        "the position of a value, or -1");
    }

    @SuppressWarnings("rawtypes")
    private static TypeBuilder<Map> map(TypeBuilder<Map> type) {
        return type.property("empty", boolean.class, Map::isEmpty, "whether nothing is in it")
                .method("size", int.class, NONE, (m, a) -> m.size(), "how many keys it has")
                .method(
                        "get",
                        Object.class,
                        List.of(param("key", Object.class)),
                        (m, a) -> m.get(a.orNull(0)),
                        "the value of a key, or null")
                .method(
                        "containsKey",
                        boolean.class,
                        List.of(param("key", Object.class)),
                        (m, a) -> m.containsKey(a.orNull(0)),
                        "whether it has a key")
                .method("keySet", Set.class, NONE, (m, a) -> m.keySet(), "its keys")
                .method("values", Collection.class, NONE, (m, a) -> m.values(), "its values");
    }
}

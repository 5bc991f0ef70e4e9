package dev.muster.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A value in a YAML file that knows where it stands. Asking it for something that it is not reports a fault, once, and gives
 * an empty value, so that reading can go on and find the next fault. A value that is absent gives absent values in turn.
 */
public final class YamlNode {
    private final YamlDocument document;
    private final @Nullable Node node;
    private final Place place;
    private final String name;
    /** Something around it is already reported, so nothing more is said about it. */
    private final boolean broken;
    /** The entries of a map, found once: a map may have many that are all asked for. */
    private @Nullable Map<String, NodeTuple> byKey;

    private YamlNode(YamlDocument document, @Nullable Node node, Place place, String name, boolean broken) {
        this.document = document;
        this.node = node != null && node.getTag().equals(Tag.NULL) ? null : node;
        this.place = place;
        this.name = name;
        this.broken = broken;
    }

    /** The root of a file; absent where the file is empty or no YAML, which is reported. */
    public static YamlNode parse(String file, String text, Faults faults) {
        YamlDocument document = new YamlDocument(file, text, faults);
        int before = faults.count();
        Node root = document.compose();
        boolean broken = root == null && faults.count() > before;
        Place place = root == null ? document.start() : document.place(root.getStartMark());
        return new YamlNode(document, root, place, "the file", broken);
    }

    /** Where it begins; where it is absent, the place of what should hold it. */
    public Place place() {
        return place;
    }

    /** The place of a character of a text that stands in one line. */
    public Place place(int character) {
        boolean quoted = node instanceof ScalarNode scalar
                && scalar.getScalarStyle() != ScalarStyle.PLAIN
                && scalar.getScalarStyle() != ScalarStyle.LITERAL
                && scalar.getScalarStyle() != ScalarStyle.FOLDED;
        return new Place(place.file(), place.line(), place.column() + character + (quoted ? 1 : 0));
    }

    /** Whether there is a value; a key with nothing after it has none. */
    public boolean isPresent() {
        return node != null;
    }

    public boolean isMap() {
        return node instanceof MappingNode;
    }

    public boolean isList() {
        return node instanceof SequenceNode;
    }

    public boolean isScalar() {
        return node instanceof ScalarNode;
    }

    /** Reports something that is wrong with this value. */
    public void fault(String message) {
        if (!broken) {
            document.fault(place, message);
        }
    }

    /** Reports something that is wrong with one character of a text that stands in one line. */
    public void faultAt(int character, String message) {
        if (!broken) {
            document.fault(place(character), message);
        }
    }

    /** The value under a key, absent where there is none. */
    public YamlNode get(String key) {
        NodeTuple entry = tuple(key);
        if (entry != null) {
            return child(entry.getValueNode(), key);
        }
        return new YamlNode(document, null, place, key, broken || (node != null && !isMap()));
    }

    /** The value under a key that must be there. */
    public YamlNode required(String key) {
        YamlNode value = get(key);
        if (!value.isPresent() && !value.broken) {
            document.fault(tuple(key) == null ? place : keyPlace(key), "\"" + key + "\" is missing in " + name + ".");
        }
        return value.isPresent() ? value : value.silent();
    }

    public boolean has(String key) {
        return tuple(key) != null;
    }

    /** The place of a key itself, as opposed to its value. */
    public Place keyPlace(String key) {
        NodeTuple entry = tuple(key);
        return entry == null ? place : document.place(entry.getKeyNode().getStartMark());
    }

    /** The entries of a map in the order of the file; none where it is absent. */
    public Map<String, YamlNode> entries() {
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        for (NodeTuple entry : tuples()) {
            if (entry.getKeyNode() instanceof ScalarNode key) {
                entries.putIfAbsent(key.getValue(), child(entry.getValueNode(), key.getValue()));
            }
        }
        return Collections.unmodifiableMap(entries);
    }

    /** Reports every other key, with the one that was probably meant. */
    public YamlNode onlyKeys(String... keys) {
        List<String> known = List.of(keys);
        for (NodeTuple entry : tuples()) {
            if (entry.getKeyNode() instanceof ScalarNode key && !known.contains(key.getValue())) {
                document.fault(
                        document.place(key.getStartMark()),
                        "Unknown key \"" + key.getValue() + "\" in " + name + "."
                                + Nearest.hint(key.getValue(), known));
            }
        }
        return this;
    }

    /** The items of a list; none where it is absent. */
    public List<YamlNode> items() {
        if (!(node instanceof SequenceNode list)) {
            expect("a list");
            return List.of();
        }
        List<YamlNode> items = new ArrayList<>();
        for (Node item : list.getValue()) {
            items.add(child(item, "item " + (items.size() + 1) + " of " + name));
        }
        return List.copyOf(items);
    }

    /** A list of texts; a single text counts as a list of one. */
    public List<String> texts() {
        return scalars().stream().map(YamlNode::text).toList();
    }

    /** The items of a list of texts; a single text counts as a list of one. What is no text is reported and left out. */
    public List<YamlNode> scalars() {
        List<YamlNode> texts = new ArrayList<>();
        for (YamlNode item : isScalar() ? List.of(this) : items()) {
            if (item.isScalar()) {
                texts.add(item);
            } else if (item.isPresent()) {
                item.expect("a text");
            } else {
                item.fault(capital(item.name) + " is empty; a word such as null or ~ that is meant stands in quotes.");
            }
        }
        return texts;
    }

    /** The text of a scalar, empty where it is absent. Numbers and the like are given as they are written. */
    public String text() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        expect("a text");
        return "";
    }

    public String textOr(String absent) {
        return node == null ? absent : text();
    }

    public int integerOr(int absent) {
        return node == null ? absent : YamlScalar.integer(this, absent);
    }

    public double numberOr(double absent) {
        return node == null ? absent : YamlScalar.number(this, absent);
    }

    public boolean boolOr(boolean absent) {
        return node == null ? absent : YamlScalar.bool(this, absent);
    }

    /** One of a closed set of words; anything else is reported with the word that was probably meant. */
    public String oneOf(String absent, List<String> words) {
        String text = textOr(absent);
        if (node instanceof ScalarNode && !words.contains(text)) {
            fault("\"" + text + "\" is not possible for " + name + "." + Nearest.hint(text, words));
            return absent;
        }
        return text;
    }

    /**
     * The value as plain Java: a map in the file's order, a list, a text, a {@code Long}, {@code Double}, {@code Boolean}, or
     * null.
     */
    public @Nullable Object value() {
        if (isMap()) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            entries().forEach((key, value) -> map.put(key, value.value()));
            return map;
        }
        if (isList()) {
            List<@Nullable Object> list = new ArrayList<>();
            items().forEach(item -> list.add(item.value()));
            return list;
        }
        return node instanceof ScalarNode scalar ? YamlScalar.value(scalar) : null;
    }

    void expect(String expected) {
        if (node != null) {
            fault(capital(name) + " should be " + expected + "; found a " + shape(node) + ".");
        }
    }

    static String shape(Node node) {
        return switch (node) {
            case MappingNode _ -> "map";
            case SequenceNode _ -> "list";
            case ScalarNode scalar -> "text (\"" + shortened(scalar.getValue()) + "\")";
            default -> "value";
        };
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= 40 ? line : line.substring(0, 40) + "…";
    }

    private static String capital(String name) {
        return name.equals("the file") ? "The file" : name.startsWith("item ") ? "I" + name.substring(1) : quote(name);
    }

    private static String quote(String name) {
        return "\"" + name + "\"";
    }

    private YamlNode silent() {
        return new YamlNode(document, null, place, name, true);
    }

    private YamlNode child(Node value, String key) {
        return new YamlNode(document, value, document.place(value.getStartMark()), key, broken);
    }

    private @Nullable NodeTuple tuple(String key) {
        if (!(node instanceof MappingNode map)) {
            return null;
        }
        if (byKey == null) {
            byKey = byKey(map);
        }
        return byKey.get(key);
    }

    private static Map<String, NodeTuple> byKey(MappingNode map) {
        Map<String, NodeTuple> byKey = new HashMap<>();
        for (NodeTuple entry : map.getValue()) {
            if (entry.getKeyNode() instanceof ScalarNode scalar) {
                byKey.putIfAbsent(scalar.getValue(), entry);
            }
        }
        return byKey;
    }

    private List<NodeTuple> tuples() {
        if (node instanceof MappingNode map) {
            return map.getValue();
        }
        expect("a map");
        return List.of();
    }
}

package dev.muster.agent;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** Front matter as YAML. Only its nodes are used: tags make no objects, and what is written is what one gets. */
final class YamlEntries {
    static final String NO_KEYS = "keys with values were expected";
    static final String TAB = "tabs cannot stand here";

    /** What a value is, is told by {@link #typed}. */
    private static final Resolver NO_TAGS = new Resolver() {
        @Override
        protected void addImplicitResolvers() {}
    };

    static final String TOO_LONG = "it is too long";

    /** The time that SnakeYAML takes for one value grows with the square of its length. */
    private static final int LONGEST = 400_000;

    private static final int MOST_NODES = 10_000;
    private static final int DEEPEST = 50;
    private static final Pattern COMMENT = Pattern.compile("[ \\t]#.*");

    private final List<Line> lines;
    private final int firstLine;
    private int nodes;

    private YamlEntries(String yaml, int firstLine) {
        this.lines = Line.of(yaml);
        this.firstLine = firstLine;
    }

    /** What the reading gave: the entries, or why there are none. */
    record Read(List<Entry> entries, @Nullable String trouble) {}

    static Read read(String yaml, int firstLine) {
        if (yaml.length() > LONGEST) {
            return new Read(List.of(), TOO_LONG);
        }
        try {
            LoaderOptions options = new LoaderOptions();
            StreamReader reader = new StreamReader(yaml);
            Node root = new Composer(new ParserImpl(reader, options), NO_TAGS, options).getSingleNode();
            return new Read(new YamlEntries(yaml, firstLine).entries(root), null);
        } catch (RuntimeException e) {
            // SnakeYAML throws more than its own exceptions on text that nobody meant as YAML.
            return new Read(List.of(), reason(e));
        }
    }

    private static String reason(RuntimeException e) {
        String problem = e instanceof MarkedYAMLException marked ? marked.getProblem() : e.getMessage();
        if (problem == null || problem.isBlank()) {
            return "it cannot be parsed";
        }
        if (problem.startsWith("mapping values")) {
            return "a colon with a blank begins a new value";
        }
        if (problem.startsWith("unexpected character")) {
            return "it begins with one of YAML's own signs";
        }
        return problem.contains("TAB") ? TAB : problem.lines().findFirst().orElse("");
    }

    private List<Entry> entries(@Nullable Node root) {
        if (!(root instanceof MappingNode mapping)) {
            throw new IllegalArgumentException(NO_KEYS);
        }
        List<Entry> entries = new ArrayList<>();
        for (NodeTuple tuple : mapping.getValue()) {
            entries.add(entry(tuple.getKeyNode(), tuple.getValueNode()));
        }
        return entries;
    }

    private Entry entry(Node keyNode, Node valueNode) {
        int at = line(keyNode.getStartMark().getIndex());
        int last = Math.max(at, line(valueNode.getEndMark().getIndex() - 1));
        Object value = value(valueNode, 0);
        return new Entry(key(keyNode), firstLine + at, firstLine + last, value, null, comment(at, valueNode));
    }

    /** SnakeYAML counts some more characters as ends of lines than editors do, so lines are counted here. */
    private int line(int codePoints) {
        int seen = 0;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            int end = line.next() - line.start() - surrogatePairs(line.text());
            if (codePoints < seen + end) {
                return i;
            }
            seen += end;
        }
        return Math.max(0, lines.size() - 1);
    }

    private static int surrogatePairs(String text) {
        return text.length() - text.codePointCount(0, text.length());
    }

    private static String key(Node node) {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue();
        }
        throw new IllegalArgumentException("a key must be a word");
    }

    private @Nullable String comment(int line, Node value) {
        if (value instanceof ScalarNode scalar && scalar.getScalarStyle() == ScalarStyle.PLAIN) {
            Matcher found = COMMENT.matcher(lines.get(line).text());
            return found.find() ? found.group().strip() : null;
        }
        return null;
    }

    private Object value(Node node, int depth) {
        if (++nodes > MOST_NODES || depth > DEEPEST) {
            throw new IllegalArgumentException("it is nested too deeply or too large");
        }
        return switch (node) {
            case ScalarNode scalar ->
                scalar.getScalarStyle() == ScalarStyle.PLAIN ? typed(scalar.getValue()) : scalar.getValue();
            case SequenceNode sequence ->
                sequence.getValue().stream().map(item -> value(item, depth + 1)).toList();
            case MappingNode mapping -> map(mapping, depth);
            default -> throw new IllegalArgumentException("an unexpected part of YAML");
        };
    }

    private Map<String, Object> map(MappingNode mapping, int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        mapping.getValue().forEach(tuple -> map.put(key(tuple.getKeyNode()), value(tuple.getValueNode(), depth + 1)));
        return Collections.unmodifiableMap(map);
    }

    /** A number only if it reads the same again: {@code 1.10} and {@code 007} stay as they were written. */
    private static Object typed(String text) {
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        char first = text.isEmpty() ? ' ' : text.charAt(0);
        if (first != '-' && !Character.isDigit(first)) {
            return text;
        }
        try {
            Object number = text.contains(".") ? (Object) Double.valueOf(text) : (Object) Long.valueOf(text);
            return number.toString().equals(text) ? number : text;
        } catch (NumberFormatException notANumber) {
            return text;
        }
    }
}

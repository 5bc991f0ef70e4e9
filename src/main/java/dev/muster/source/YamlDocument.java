package dev.muster.source;

import dev.muster.limit.OverLimitException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * One YAML file on its way to a tree: only plain maps, lists and scalars pass. Tags could create objects and aliases can
 * blow a small file up, and nobody needs either in a policy, so both are faults.
 */
final class YamlDocument {
    private static final int MAX_LENGTH = 1_000_000;
    private static final int MAX_DEPTH = 40;
    private static final Set<String> NOTHING = Set.of("", " ", "~", "null", "Null", "NULL");

    /** Whether a scalar is there at all; {@link YamlScalar} says what it is. */
    private static final Resolver ONLY_NOTHING = new Resolver() {
        @Override
        protected void addImplicitResolvers() {}

        @Override
        public Tag resolve(NodeId kind, String value, boolean implicit) {
            return kind == NodeId.scalar && implicit && NOTHING.contains(value)
                    ? Tag.NULL
                    : super.resolve(kind, value, implicit);
        }
    };

    private final String text;
    private final Lines lines;
    private final Faults faults;
    private final int length;
    private int @Nullable [] offsets;

    YamlDocument(String file, String text, Faults faults) {
        this.text = Lines.withoutMark(text);
        this.lines = new Lines(file, this.text);
        this.faults = faults;
        this.length = this.text.codePointCount(0, this.text.length());
    }

    /** The root node, or null where the file has none or cannot be used; the latter is reported. */
    @Nullable
    Node compose() {
        if (text.length() > MAX_LENGTH) {
            fault(lines.at(0), "This file has " + text.length() + " characters; at most " + MAX_LENGTH + " are read.");
            return null;
        }
        LoaderOptions options = options();
        PlainParser parser = new PlainParser(new ParserImpl(new StreamReader(text), options), MAX_DEPTH);
        try {
            Node root = new Composer(parser, ONLY_NOTHING, options).getSingleNode();
            if (root != null) {
                checkKeys(root);
            }
            return root;
        } catch (OverLimitException e) {
            Mark last = parser.last();
            throw Stopped.at(last == null ? lines.at(0) : place(last), e);
        } catch (PlainParser.NotPlain e) {
            fault(place(e.mark()), String.valueOf(e.getMessage()));
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark() != null ? e.getProblemMark() : e.getContextMark();
            fault(mark == null ? lines.at(0) : place(mark), syntax(e));
        } catch (ReaderException e) {
            int offset = offset(e.getPosition());
            String code = "U+%04X".formatted(e.getCodePoint());
            fault(lines.at(offset), "The character " + code + " is not allowed in YAML; remove it.");
        } catch (YAMLException e) {
            fault(lines.at(0), "This is not YAML: " + e.getMessage());
        }
        return null;
    }

    void fault(Place place, String message) {
        faults.add(place, message);
    }

    Place start() {
        return lines.at(0);
    }

    /** SnakeYAML counts code points; places count UTF-16 units. */
    Place place(Mark mark) {
        return lines.at(offset(mark.getIndex()));
    }

    /** Counted once for all, as a file has many places and may have many characters beyond the first 65,536. */
    private int offset(int codePoints) {
        int at = Math.min(codePoints, length);
        if (length == text.length()) {
            return at;
        }
        if (offsets == null) {
            offsets = new int[length + 1];
            for (int i = 0, offset = 0; i <= length; i++) {
                offsets[i] = offset;
                offset += offset < text.length() ? Character.charCount(text.codePointAt(offset)) : 0;
            }
        }
        return offsets[at];
    }

    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(MAX_DEPTH + 10);
        options.setMaxAliasesForCollections(0);
        options.setCodePointLimit(MAX_LENGTH + 1);
        return options;
    }

    private void checkKeys(Node node) {
        if (node instanceof SequenceNode list) {
            list.getValue().forEach(this::checkKeys);
        } else if (node instanceof MappingNode map) {
            Map<String, Integer> lineOfKey = new HashMap<>();
            for (NodeTuple entry : map.getValue()) {
                checkKey(entry.getKeyNode(), lineOfKey);
                checkKeys(entry.getValueNode());
            }
        }
    }

    private void checkKey(Node key, Map<String, Integer> lineOfKey) {
        Place place = place(key.getStartMark());
        if (!(key instanceof ScalarNode scalar)) {
            fault(place, "A key must be a word; found a " + YamlNode.shape(key) + ".");
            return;
        }
        Integer before = lineOfKey.putIfAbsent(scalar.getValue(), place.line());
        if (before != null) {
            fault(place, "The key \"" + scalar.getValue() + "\" is already there in line " + before + ".");
        }
    }

    private static String syntax(MarkedYAMLException e) {
        String problem = e.getProblem() == null ? "unreadable" : e.getProblem();
        String advice = problem.startsWith("mapping values are not allowed")
                ? " A value that holds \": \" must stand in quotes."
                : problem.contains("TAB") ? " Indent with spaces." : "";
        return "This is not YAML: " + problem.strip() + "." + advice;
    }
}

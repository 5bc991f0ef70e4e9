package dev.muster.agent.executor.result;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds JSON in what a program or a model printed: alone, in a fence, or among words. */
public final class JsonIn {
    /** What is looked at for an object among words, which has to be near the end. */
    private static final int MAX_CHARACTERS = 2_000_000;

    /** Characters read in vain before the search is given up: nested beginnings without an end are read again and again. */
    private static final long MAX_WASTED = 50_000_000;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(100)
                            .maxStringLength(8_000_000)
                            .build())
                    .build())
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** How an object begins that would be a result. */
    private static final Pattern BEGINNING = Pattern.compile(
            "\\{\\s*+\"(?:status|summary|verdict|findings|question|choices|output|tests|conflicts|links"
                    + "|(?:files|follow|next)[_ ]?(?:created|changed|ups|steps))\"\\s*+:",
            Pattern.CASE_INSENSITIVE);

    private JsonIn() {}

    /** The text as one JSON object or list, or null where it is anything else. */
    public static @Nullable JsonNode whole(String text) {
        String stripped = text.strip();
        if (!stripped.startsWith("{") && !stripped.startsWith("[")) {
            return null;
        }
        try {
            return MAPPER.reader()
                    .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readTree(stripped);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    /** A value of maps, lists, texts, numbers and truth values as JSON. */
    public static JsonNode of(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** The last JSON object of a kind in a text, not inside another one; null where there is none. */
    public static @Nullable JsonNode lastObject(String text, Predicate<JsonNode> kind) {
        return last(text, kind, null).object;
    }

    /** As {@link #lastObject}, for what agents hand in: one that begins like a result and is no JSON is not passed over. */
    static Found lastResult(String text, Predicate<JsonNode> kind) {
        return last(text, kind, BEGINNING);
    }

    /**
     * What was found.
     *
     * @param breaksOff whether the last that begins like a result is cut off, says a field twice, or is no JSON otherwise
     */
    record Found(@Nullable JsonNode object, boolean breaksOff) {}

    private static Found last(String whole, Predicate<JsonNode> kind, @Nullable Pattern result) {
        String text = whole.substring(Math.max(0, whole.length() - MAX_CHARACTERS));
        char[] characters = text.toCharArray();
        Matcher beginning = result == null ? null : result.matcher(text);
        JsonNode last = null;
        boolean broken = false;
        long wasted = 0;
        for (int i = text.indexOf('{'); i >= 0 && wasted < MAX_WASTED; i = text.indexOf('{', i + 1)) {
            try (JsonParser parser = MAPPER.getFactory().createParser(characters, i, characters.length - i)) {
                JsonNode object = objectOrNull(parser);
                int read = (int) parser.currentLocation().getCharOffset();
                if (object != null) {
                    broken = broken && !kind.test(object);
                    last = kind.test(object) ? object : last;
                    i += Math.max(0, read - 1);
                } else if (beginning != null
                        && beginning.region(i, text.length()).lookingAt()) {
                    broken = true;
                    i = end(text, i);
                } else {
                    wasted += read;
                }
            } catch (IOException e) {
                throw new IllegalStateException("A text in memory can be read.", e);
            }
        }
        return new Found(last, broken);
    }

    /** Where the braces that begin there are closed again, as well as that can be told; else the end of the text. */
    private static int end(String text, int from) {
        int depth = 0;
        boolean quoted = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == '{') {
                depth++;
            } else if (!quoted && c == '}' && --depth == 0) {
                return i;
            }
        }
        return text.length();
    }

    private static @Nullable JsonNode objectOrNull(JsonParser parser) throws IOException {
        try {
            return MAPPER.readTree(parser);
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}

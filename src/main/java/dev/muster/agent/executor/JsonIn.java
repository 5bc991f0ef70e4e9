package dev.muster.agent.executor;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
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
            .build();

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

    /** Each line that is a JSON object. */
    public static List<JsonNode> lines(String text) {
        return text.lines()
                .map(JsonIn::whole)
                .filter(Objects::nonNull)
                .filter(JsonNode::isObject)
                .toList();
    }

    /** The last JSON object of a kind in a text, not inside another one; null where there is none. */
    public static @Nullable JsonNode lastObject(String text, Predicate<JsonNode> kind) {
        char[] characters =
                text.substring(Math.max(0, text.length() - MAX_CHARACTERS)).toCharArray();
        JsonNode last = null;
        long wasted = 0;
        for (int i = 0; i < characters.length && wasted < MAX_WASTED; i++) {
            if (characters[i] != '{') {
                continue;
            }
            try (JsonParser parser = MAPPER.getFactory().createParser(characters, i, characters.length - i)) {
                JsonNode object = objectOrNull(parser);
                int read = (int) parser.currentLocation().getCharOffset();
                if (object == null) {
                    wasted += read;
                    continue;
                }
                last = kind.test(object) ? object : last;
                i += Math.max(0, read - 1);
            } catch (IOException e) {
                throw new IllegalStateException("A text in memory can be read.", e);
            }
        }
        return last;
    }

    private static @Nullable JsonNode objectOrNull(JsonParser parser) throws IOException {
        try {
            return MAPPER.readTree(parser);
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}

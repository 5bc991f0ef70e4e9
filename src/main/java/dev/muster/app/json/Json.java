package dev.muster.app.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.muster.plan.Plan;
import dev.muster.source.EnumWord;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** The one JSON of Muster: properties in the order in which the records declare them, so equal values give equal bytes. */
public final class Json {
    private static final ObjectMapper MAPPER = strict();
    private static final ObjectWriter LINES = MAPPER.writer();
    private static final ObjectWriter PRETTY = MAPPER.writer(printer());
    private static final ObjectReader PLANS =
            MAPPER.readerFor(Plan.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private Json() {}

    /** For doors: refuses unknown fields, doubled keys, and text where a number stands or the other way round. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    /** On one line. */
    public static String line(Object value) {
        return write(LINES, value);
    }

    /** Indented, for people. */
    public static String pretty(Object value) {
        return write(PRETTY, value);
    }

    /** Reads a plan as it was written by this or another version of Muster. */
    public static Plan read(String json) throws JsonProcessingException {
        return PLANS.readValue(json);
    }

    /** The word for an enum's value in everything that people and programs read. */
    public static String word(Enum<?> value) {
        return EnumWord.of(value);
    }

    private static String write(ObjectWriter writer, Object value) {
        try {
            return writer.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Two spaces, a line feed on every platform, no space before a colon. */
    private static DefaultPrettyPrinter printer() {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        Separators separators = Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator("");
        return new DefaultPrettyPrinter(separators).withObjectIndenter(lines).withArrayIndenter(lines);
    }

    private static ObjectMapper strict() {
        JsonMapper mapper = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .annotationIntrospector(new EnumWords())
                .addMixIn(Plan.Prerequisite.class, Always.class)
                .addMixIn(Plan.Analysis.class, NoEmptyTriggers.class)
                .addMixIn(Plan.Question.class, ChoicesOrNone.class)
                .serializationInclusion(JsonInclude.Include.NON_NULL)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(JsonParser.Feature.AUTO_CLOSE_SOURCE)
                .withCoercionConfig(
                        LogicalType.Textual,
                        text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .build();
        for (Class<?> collection : List.of(List.class, Map.class, SortedMap.class)) {
            mapper.configOverride(collection).setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
        }
        return mapper;
    }

    /** {@code present} is null where nobody could look, and says so. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public interface Always {}

    /** A question without choices is not one with none to choose from. */
    public interface ChoicesOrNone {
        @JsonSetter(nulls = Nulls.SET)
        List<String> choices();
    }

    public interface NoEmptyTriggers {
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        Map<String, List<Plan.Named>> otherTriggers();
    }
}

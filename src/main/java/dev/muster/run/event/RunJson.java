package dev.muster.run.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.muster.agent.executor.Outcome;
import dev.muster.source.EnumWord;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Events as JSON: properties in the order in which the records declare them, what is null and empty lists left out, so equal events
 * give equal bytes. Fields that a later version added are passed over.
 */
public final class RunJson {
    private static final ObjectMapper MAPPER = mapper();
    private static final ObjectWriter WRITER = MAPPER.writer();
    private static final ObjectReader READER = MAPPER.readerFor(RunEvent.class);

    private RunJson() {}

    public static String write(RunEvent event) {
        return line(event);
    }

    /** Reads an event as this or another version of Muster wrote it. */
    public static RunEvent read(String json) {
        try {
            return READER.readValue(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("This is no event of a run: " + json, e);
        }
    }

    /** Reads what a person is asked about. */
    public static Subject subject(String json) {
        try {
            return MAPPER.readValue(json, Subject.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("This is nothing that a person is asked about: " + json, e);
        }
    }

    /** Any value of a run on one line. */
    public static String line(Object value) {
        try {
            return WRITER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of the properties in which two objects differ; what is no object differs in all of it. */
    public static List<String> differing(String one, String other) {
        Set<String> names = new TreeSet<>();
        try {
            JsonNode left = MAPPER.readTree(one);
            JsonNode right = MAPPER.readTree(other);
            left.fieldNames().forEachRemaining(names::add);
            right.fieldNames().forEachRemaining(names::add);
            return names.stream()
                    .filter(name -> !Objects.equals(left.get(name), right.get(name)))
                    .toList();
        } catch (JsonProcessingException e) {
            return List.of("all of it");
        }
    }

    static String word(Enum<?> value) {
        return EnumWord.of(value);
    }

    private static ObjectMapper mapper() {
        JsonMapper mapper = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .annotationIntrospector(new Words())
                .addMixIn(RunEvent.class, Typed.class)
                .addMixIn(Outcome.class, Typed.class)
                .serializationInclusion(JsonInclude.Include.NON_NULL)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        EventTypes.all().forEach(type -> mapper.registerSubtypes(new NamedType(type, EventTypes.word(type))));
        for (Class<?> collection : List.of(List.class, Map.class)) {
            mapper.configOverride(collection).setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
        }
        return mapper;
    }

    /** What is of several types says of which it is. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    interface Typed {}

    /** Enums as words: {@code rework}, {@code not-started}. */
    private static final class Words extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public String[] findEnumValues(MapperConfig<?> config, AnnotatedClass type, Enum<?>[] values, String[] names) {
            String[] words = new String[values.length];
            for (int i = 0; i < values.length; i++) {
                words[i] = word(values[i]);
            }
            return words;
        }
    }
}

package dev.muster.api;

import static io.restassured.RestAssured.when;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** Every operation of the API, as its description has it: a test that walks them forgets none that comes later. */
public final class Operations {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Operations() {}

    /**
     * An operation.
     *
     * @param fields of the body by the way to them, such as {@code context.files}, with their types
     */
    public record Operation(String method, String path, List<Parameter> parameters, Map<String, String> fields) {
        public boolean changes() {
            return !method.equals("GET");
        }

        /** The path with something that is not there in each place. */
        public String somewhere() {
            return path.replaceAll("\\{[^}]*}", "nothing");
        }
    }

    record Parameter(String in, String name, String type) {}

    public static List<Operation> all() throws IOException {
        JsonNode description =
                JSON.readTree(when().get("/q/openapi?format=json").asString());
        List<Operation> operations = new ArrayList<>();
        description
                .get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> operations.add(
                                of(description, operation.getKey(), path.getKey(), operation.getValue()))));
        return operations;
    }

    private static Operation of(JsonNode description, String method, String path, JsonNode operation) {
        List<Parameter> parameters = StreamSupport.stream(
                        operation.path("parameters").spliterator(), false)
                .map(parameter -> new Parameter(
                        parameter.get("in").asText(), parameter.get("name").asText(), type(parameter.path("schema"))))
                .toList();
        Map<String, String> fields = new TreeMap<>();
        collect(description, operation.at("/requestBody/content/application~1json/schema"), "", fields);
        return new Operation(method.toUpperCase(Locale.ROOT), path, parameters, fields);
    }

    private static void collect(JsonNode description, JsonNode schema, String prefix, Map<String, String> fields) {
        if (schema.path("$ref").asText().endsWith("/JsonNode")) {
            return; // anything can stand there
        }
        JsonNode resolved =
                schema.has("$ref") ? description.at(schema.get("$ref").asText().substring(1)) : schema;
        resolved.path("properties").properties().forEach(field -> {
            String way = prefix.isEmpty() ? field.getKey() : prefix + "." + field.getKey();
            JsonNode value = field.getValue();
            fields.put(way, typeOf(description, value));
            collect(description, value, way, fields);
        });
    }

    private static String typeOf(JsonNode description, JsonNode value) {
        boolean isAnything = value.path("$ref").asText().endsWith("/JsonNode")
                || value.has("$ref")
                        && !description
                                .at(value.get("$ref").asText().substring(1))
                                .has("properties");
        return isAnything ? "" : value.has("$ref") ? "object" : type(value);
    }

    /** Empty where anything can stand there. */
    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.get(0).asText() : type.asText();
    }
}

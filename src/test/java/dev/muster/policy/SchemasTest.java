package dev.muster.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.muster.policy.scaffold.NewFile;
import dev.muster.policy.scaffold.PackScaffold;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** The schemas that editors use take what Muster takes, and refuse what it refuses. */
class SchemasTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonSchema schema(String name) {
        try {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(Files.readString(Path.of("docs/schemas/" + name + ".schema.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<ValidationMessage> faults(String schema, String yaml) {
        JsonNode content = JSON.valueToTree(new Yaml().load(yaml));
        return schema(schema).validate(content);
    }

    private static String schemaOf(String path) {
        return path.endsWith(".cases.yaml") ? "cases" : path.endsWith("signals.yaml") ? "signals" : "pack";
    }

    static Stream<Path> shippedFiles() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("rules"))) {
            return files.filter(file -> file.toString().endsWith(".yaml")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("shippedFiles")
    void shipped_file_is_taken(Path file) throws IOException {
        assertThat(faults(schemaOf(file.toString()), Files.readString(file))).isEmpty();
    }

    @Test
    void files_that_are_begun_are_taken() {
        assertThat(PackScaffold.files("mobile"))
                .filteredOn(file -> file.path().endsWith(".yaml"))
                .isNotEmpty()
                .allSatisfy((NewFile file) ->
                        assertThat(faults(schemaOf(file.path()), file.text())).isEmpty());
    }

    @Test
    void executors_are_taken() {
        assertThat(faults("pack", "{title: x, phases: [{name: Work}], executors: {'*': claude, a: team}}"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "pack # {title: x, phases: []}",
                "pack # {phases: [{name: Work}]}",
                "pack # {title: x, phases: [{name: Work, mode: both}]}",
                "pack # {title: x, plans: true}",
                "pack # {title: x, phases: [{name: Work}], plans: no way}",
                "pack # {title: x, phases: [{name: Work}], extends: base}",
                "pack # {title: x, phases: [{name: Work}], review: {}}",
                "pack # {title: x, phases: [{name: Work}], reviews: {security: {level: strict}}}",
                "pack # {title: x, phases: [{name: Work}], silence: [{check: a, about: b}]}",
                "pack # {title: x, phases: [{name: Work}], tables: {t: {columns: {a: agents}}}}",
                "pack # {title: x, phases: [{name: Work}], executors: {a: {kind: person}}}",
                "signals # [{name: x, kind: topic}]",
                "signals # [{name: x, kind: topic, any: []}]",
                "signals # [{name: x, kind: topic, any: [y], weight: -1}]",
                "cases # [{name: x, task: y}]",
                "cases # [{name: x, then: {agents: [y]}}]",
                "cases # [{name: x, task: y, then: {agent: [z]}}]",
            })
    void file_that_muster_refuses_is_refused(String schema, String yaml) {
        assertThat(faults(schema.strip(), yaml)).isNotEmpty();
    }
}

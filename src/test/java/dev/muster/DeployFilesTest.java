package dev.muster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.muster.app.settings.Settings;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The files for containers say nothing that those who read them do not know; they are not run here. */
class DeployFilesTest {
    private static final Map<String, Class<? extends HasMetadata>> KINDS = Map.of(
            "apps/v1 Deployment", Deployment.class,
            "v1 Service", Service.class,
            "policy/v1 PodDisruptionBudget", PodDisruptionBudget.class);

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    /** What Kubernetes does not know is refused, as {@code kubectl apply --validate=strict} does. */
    private static final ObjectMapper STRICT = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .setAnnotationIntrospector(new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1L;

                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                    return false;
                }
            });

    private static List<HasMetadata> manifests(String text) throws IOException {
        List<HasMetadata> objects = new ArrayList<>();
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(text)) {
            while (documents.hasNextValue()) {
                JsonNode node = documents.nextValue();
                String kind = node.path("apiVersion").asText() + " "
                        + node.path("kind").asText();
                objects.add(STRICT.treeToValue(node, Objects.requireNonNull(KINDS.get(kind), kind)));
            }
        }
        return objects;
    }

    private static String manifests() throws IOException {
        return Files.readString(Path.of("docs/deploy/kubernetes/muster.yaml"));
    }

    private static Container container() throws IOException {
        Deployment deployment = (Deployment) manifests(manifests()).getFirst();
        return deployment.getSpec().getTemplate().getSpec().getContainers().getFirst();
    }

    @Test
    void manifests_have_only_what_kubernetes_knows() throws IOException {
        assertThat(manifests(manifests()))
                .hasSize(KINDS.size())
                .extracting(object -> object.getMetadata().getName())
                .containsOnly("muster");
        String misspelt = manifests().replace("readOnlyRootFilesystem", "readOnlyRootFileSystem");
        assertThatThrownBy(() -> manifests(misspelt)).isInstanceOf(UnrecognizedPropertyException.class);
    }

    @Test
    void manifests_parts_fit_together() throws IOException {
        Deployment deployment = (Deployment) manifests(manifests()).getFirst();
        var pod = deployment.getSpec().getTemplate().getSpec();
        Container container = container();

        assertThat(deployment.getSpec().getTemplate().getMetadata().getLabels())
                .containsAllEntriesOf(deployment.getSpec().getSelector().getMatchLabels());
        assertThat(container.getVolumeMounts())
                .extracting(VolumeMount::getName)
                .containsExactlyInAnyOrderElementsOf(
                        pod.getVolumes().stream().map(Volume::getName).toList());
        assertThat(Stream.of(container.getStartupProbe(), container.getReadinessProbe(), container.getLivenessProbe()))
                .extracting(Probe::getHttpGet)
                .allSatisfy(get -> {
                    assertThat(get.getPort().getStrVal())
                            .isEqualTo(container.getPorts().getFirst().getName());
                    assertThat(get.getPath()).matches("/q/health/(started|ready|live)");
                });
        assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
        assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
    }

    @Test
    void all_files_set_only_what_muster_reads() throws IOException {
        List<String> names = new ArrayList<>(
                container().getEnv().stream().map(EnvVar::getName).toList());
        YAML.readTree(Path.of("docs/deploy/compose.yaml").toFile())
                .at("/x-muster/environment")
                .fieldNames()
                .forEachRemaining(names::add);
        Pattern.compile("\\b(MUSTER_\\w+)=")
                .matcher(Files.readString(Path.of("Dockerfile")))
                .results()
                .map(name -> name.group(1))
                .forEach(names::add);

        assertThat(names)
                .hasSizeGreaterThan(10)
                .allSatisfy(name -> assertThat(known()).contains(name));
    }

    private static List<String> known() {
        return Settings.ALL.stream().map(setting -> setting.variable()).toList();
    }

    @Test
    void dockerfile_copies_what_is_there_and_pins_its_images_by_argument() throws IOException {
        String dockerfile = Files.readString(Path.of("Dockerfile"));

        assertThat(lines(dockerfile, "COPY (?!--from)(.+) \\S+"))
                .flatMap(line -> List.of(line.group(1).split(" ")))
                .isNotEmpty()
                .allSatisfy(path -> assertThat(Path.of(path)).exists());
        assertThat(lines(dockerfile, "FROM (\\S+).*"))
                .extracting(line -> line.group(1))
                .allMatch(image -> image.startsWith("${"));
        assertThat(lines(dockerfile, "USER (\\S+)"))
                .last()
                .extracting(line -> line.group(1))
                .isEqualTo("1001");
        assertThat(lines(dockerfile, "(ENTRYPOINT|HEALTHCHECK) .*")).hasSize(4);
        assertThat(lines(dockerfile, "(ENTRYPOINT|HEALTHCHECK .*CMD|CMD) (?!\\[).*"))
                .as("commands that need a shell")
                .isEmpty();
    }

    private static List<MatchResult> lines(String text, String regex) {
        return Pattern.compile("(?m)^" + regex + "$").matcher(text).results().toList();
    }
}

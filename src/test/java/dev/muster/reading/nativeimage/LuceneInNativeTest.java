package dev.muster.reading.nativeimage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.oracle.svm.core.annotate.TargetClass;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.util.AttributeImpl;
import org.junit.jupiter.api.Test;

/** A newer Lucene must not break the executable unnoticed: what is registered by name is still there, and nothing is new. */
class LuceneInNativeTest {
    private static final String ARGUMENTS = "/META-INF/native-image/dev.muster/muster/native-image.properties";
    private static final String AT_RUN_TIME = "--initialize-at-run-time=";
    private static final String METADATA = "/META-INF/native-image/dev.muster/muster/reachability-metadata.json";

    @Test
    void every_attribute_lucene_makes_by_reflection_is_registered() throws IOException {
        Set<String> attributes = new ClassFileImporter()
                .importPackages("org.apache.lucene.analysis.tokenattributes", "org.apache.lucene.search").stream()
                        .filter(type -> type.isAssignableTo(AttributeImpl.class))
                        .map(JavaClass::getName)
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(registered()).isEqualTo(attributes);
    }

    /** Initialised with Lucene at run time; a class that is missing here breaks the native build, which few run. */
    @Test
    void every_class_of_ours_that_extends_lucenes_comes_as_late() throws IOException {
        Set<String> extending = new ClassFileImporter()
                .importPackages("dev.muster").stream()
                        .filter(type -> type.getAllRawSuperclasses().stream()
                                .anyMatch(parent -> parent.getPackageName().startsWith("org.apache.lucene")))
                        .map(JavaClass::getName)
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(atRunTime()).containsAll(extending);
    }

    @Test
    void substituted_members_exist() throws ReflectiveOperationException {
        Class<?> provider = target("dev.muster.reading.nativeimage.PlainVectorization");
        Class<?> plain = target("dev.muster.reading.nativeimage.DefaultProvider");

        assertThat(provider.getDeclaredMethod("lookup", boolean.class).getReturnType())
                .isEqualTo(provider);
        assertThat(plain.getDeclaredConstructor()).isNotNull();
        assertThat(plain.getSuperclass()).isEqualTo(provider);
    }

    private static Class<?> target(String substitution) throws ReflectiveOperationException {
        TargetClass annotation = Class.forName(substitution).getAnnotation(TargetClass.class);
        return Class.forName(annotation.className());
    }

    private static Set<String> atRunTime() throws IOException {
        Properties properties = new Properties();
        try (InputStream file = Objects.requireNonNull(LuceneInNativeTest.class.getResourceAsStream(ARGUMENTS))) {
            properties.load(file);
        }
        return Stream.of(properties.getProperty("Args").split("\\s+"))
                .filter(argument -> argument.startsWith(AT_RUN_TIME))
                .flatMap(argument ->
                        Stream.of(argument.substring(AT_RUN_TIME.length()).split(",")))
                .collect(Collectors.toSet());
    }

    private static Set<String> registered() throws IOException {
        Set<String> types = new TreeSet<>();
        try (InputStream file = Objects.requireNonNull(LuceneInNativeTest.class.getResourceAsStream(METADATA))) {
            for (JsonNode entry : new ObjectMapper().readTree(file).get("reflection")) {
                String type = entry.get("type").asText();
                if (type.startsWith("org.apache.lucene.")) {
                    types.add(type);
                }
            }
        }
        return types;
    }
}

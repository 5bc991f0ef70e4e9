package dev.muster.app.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.agent.executor.operator.OperatorConfig;
import dev.muster.app.refusal.Refusal;
import dev.muster.app.refusal.RunReason;
import dev.muster.file.Special;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the operator's configuration is looked for. */
class OperatorFileTest {
    @TempDir
    Path folder;

    private OperatorFile file(String named) {
        return new OperatorFile(
                named.isEmpty() ? null : folder.resolve(named), folder, Map.of("PATH", "/bin"), List.of());
    }

    @Test
    void no_file_allows_nothing() {
        assertThat(file("").config()).isEqualTo(OperatorConfig.NONE);
        assertThat(file("").executors().names()).containsExactlyInAnyOrder("person", "rehearsal", "worker");
    }

    @Test
    void file_in_the_data_folder_is_read_anew_each_time() throws IOException {
        OperatorFile file = file("");
        Files.writeString(folder.resolve("operator.yaml"), "executors: {team: {kind: person}}");
        assertThat(file.executors().names()).contains("team");
        Files.writeString(folder.resolve("operator.yaml"), "executors: {pool: {kind: worker}}");
        assertThat(file.executors().names()).contains("pool").doesNotContain("team");
    }

    @Test
    void file_that_was_named_goes_first_and_has_to_be_there() throws IOException {
        Files.writeString(folder.resolve("operator.yaml"), "executors: {team: {kind: person}}");
        Files.writeString(folder.resolve("mine.yaml"), "executors: {pool: {kind: worker}}");
        assertThat(file("mine.yaml").executors().names()).contains("pool").doesNotContain("team");
        assertThatThrownBy(() -> file("gone.yaml").config())
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason().found())
                                .isEqualTo("The operator's configuration " + folder.resolve("gone.yaml")
                                        + " cannot be read: it is not there."));
    }

    @Test
    void faults_have_their_places() throws IOException {
        Files.writeString(folder.resolve("operator.yaml"), "program: [npm]\nagents: [{executor: x}]\n");
        assertThatThrownBy(() -> file("").config())
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason())
                                .isInstanceOfSatisfying(
                                        RunReason.BrokenOperatorFile.class,
                                        broken -> assertThat(broken.faults()).hasSize(2)));
    }

    @Test
    void bytes_that_are_no_text_are_told() throws IOException {
        Files.write(folder.resolve("operator.yaml"), new byte[] {'#', (byte) 0xE9, '\n'});
        assertThatThrownBy(() -> file("").config())
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason().found())
                                .endsWith("operator.yaml cannot be read: it is not UTF-8."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "/proc/self/environ", "/dev/zero", "../elsewhere.yaml", "nowhere.yaml"})
    void link_out_of_the_data_folder_is_refused(String target) throws IOException {
        Files.createSymbolicLink(folder.resolve("operator.yaml"), Path.of(target));
        assertThat(refused("")).contains("operator.yaml cannot be read: it links to " + target + ", which is ");
    }

    @Test
    void link_that_stays_in_the_folder_is_followed() throws IOException {
        Files.createDirectories(folder.resolve("..2026_01"));
        Files.writeString(folder.resolve("..2026_01/operator.yaml"), "executors: {team: {kind: person}}");
        Files.createSymbolicLink(folder.resolve("..data"), Path.of("..2026_01"));
        Files.createSymbolicLink(folder.resolve("operator.yaml"), Path.of("..data/operator.yaml"));
        assertThat(file("").executors().names()).contains("team");
    }

    @Test
    @Timeout(10)
    void pipe_is_refused_and_not_waited_for() throws Exception {
        Special.pipe(folder.resolve("operator.yaml"));
        String found = "it is a pipe, a socket or a device, where a file is expected.";
        assertThat(refused("")).endsWith(found);
        assertThat(refused("operator.yaml")).endsWith(found);
    }

    @Test
    void file_that_everybody_may_change_is_refused() throws IOException {
        Path file = Files.writeString(folder.resolve("operator.yaml"), "programs: [sh]");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--rw-"));
        assertThat(refused("")).contains("may be changed by everybody on this machine", "chmod o-w");
        assertThat(refused("operator.yaml")).contains("may be changed by everybody on this machine");
    }

    @Test
    void huge_file_is_refused() throws IOException {
        try (RandomAccessFile huge =
                new RandomAccessFile(folder.resolve("operator.yaml").toFile(), "rw")) {
            huge.setLength(1L << 31);
        }
        assertThat(refused("")).contains("has more than 1,048,576 bytes");
    }

    private String refused(String named) {
        try {
            throw new AssertionError(file(named).config());
        } catch (Refusal refusal) {
            return refusal.reason().found();
        }
    }
}

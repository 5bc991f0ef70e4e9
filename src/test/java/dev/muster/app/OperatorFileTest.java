package dev.muster.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.agent.executor.operator.OperatorConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the operator's configuration is looked for. */
class OperatorFileTest {
    @TempDir
    Path folder;

    private OperatorFile file(String named) {
        Path usual = folder.resolve("operator.yaml");
        return new OperatorFile(
                named.isEmpty() ? null : folder.resolve(named), usual, Map.of("PATH", "/bin"), List.of());
    }

    @Test
    void noFile_allowsNothing() {
        assertThat(file("").config()).isEqualTo(OperatorConfig.NONE);
        assertThat(file("").executors().names()).containsExactlyInAnyOrder("person", "rehearsal", "worker");
    }

    @Test
    void fileInTheDataFolder_isReadAnewEachTime() throws IOException {
        OperatorFile file = file("");
        Files.writeString(folder.resolve("operator.yaml"), "executors: {team: {kind: person}}");
        assertThat(file.executors().names()).contains("team");
        Files.writeString(folder.resolve("operator.yaml"), "executors: {pool: {kind: worker}}");
        assertThat(file.executors().names()).contains("pool").doesNotContain("team");
    }

    @Test
    void fileThatWasNamed_goesFirstAndHasToBeThere() throws IOException {
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
    void faults_haveTheirPlaces() throws IOException {
        Files.writeString(folder.resolve("operator.yaml"), "program: [npm]\nagents: [{executor: x}]\n");
        assertThatThrownBy(() -> file("").config())
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason())
                                .isInstanceOfSatisfying(
                                        Reason.BrokenOperatorFile.class,
                                        broken -> assertThat(broken.faults()).hasSize(2)));
    }

    @Test
    void bytesThatAreNoText_areTold() throws IOException {
        Files.write(folder.resolve("operator.yaml"), new byte[] {'#', (byte) 0xE9, '\n'});
        assertThatThrownBy(() -> file("").config())
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason().found())
                                .endsWith("operator.yaml cannot be read: it is not UTF-8."));
    }
}

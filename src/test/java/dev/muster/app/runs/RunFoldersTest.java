package dev.muster.app.runs;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.run.engine.Workplace.CannotWork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFoldersTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path temp;

    @Test
    void nobody_works_where_a_link_leads_out_of_the_workspace() throws IOException {
        Path workspace = Files.createDirectories(temp.resolve("workspace"));
        Path elsewhere = Files.createDirectories(temp.resolve("elsewhere"));
        Files.createSymbolicLink(workspace.resolve("out"), elsewhere);
        Files.createDirectories(workspace.resolve("own"));
        Files.createSymbolicLink(workspace.resolve("in"), Path.of("own"));

        assertThatThrownBy(() -> RunFolders.checkInside(workspace, workspace.resolve("out")))
                .isInstanceOf(CannotWork.class)
                .hasMessageContaining("a link in it leads elsewhere");
        assertThatThrownBy(() -> RunFolders.checkInside(workspace, workspace.resolve("out/new/folder")))
                .isInstanceOf(CannotWork.class);
        assertThatCode(() -> RunFolders.checkInside(workspace, workspace.resolve("in/new")))
                .doesNotThrowAnyException();
    }
}

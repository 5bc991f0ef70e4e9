package dev.muster.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.cli.MusterCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Texts that are named on the command line. */
class TextInputTest {
    private final CommandLine line = new CommandLine(new MusterCommand());

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    @Test
    void text_of_a_file_is_read_without_its_mark() throws IOException {
        Path file = Files.writeString(folder.resolve("task.md"), "\uFEFFAdd an endpoint\nfor invoices\n");

        assertThat(TextInput.all(line, file)).isEqualTo("Add an endpoint\nfor invoices");
    }

    @Test
    @Timeout(60)
    void file_without_an_end_is_refused() {
        assertThatThrownBy(() -> TextInput.all(line, Path.of("/dev/zero")))
                .isInstanceOf(ParameterException.class)
                .hasMessage("/dev/zero has more than 67,108,864 bytes. Give it in parts.");
    }

    @Test
    void folder_is_refused() {
        assertThatThrownBy(() -> TextInput.all(line, folder)).hasMessageContaining("is a folder; name a file.");
    }
}

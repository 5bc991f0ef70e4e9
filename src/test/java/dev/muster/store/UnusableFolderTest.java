package dev.muster.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.app.refusal.Refusal;
import dev.muster.app.refusal.StoreReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data folder in which nothing can be made: its disk is full, or something else has the name. */
class UnusableFolderTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    @Test
    void file_that_cannot_be_made_is_said_with_the_folder_and_the_reason() throws IOException {
        for (String taken : new String[] {"lib", "migration.lock"}) {
            Path data = Files.createDirectories(folder.resolve("data-" + taken));
            if (taken.equals("lib")) {
                Files.writeString(data.resolve(taken), "a file where a folder is wanted");
            } else {
                Files.createDirectories(data.resolve(taken));
            }
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> Databases.prepare(data, () -> {}))
                    .satisfies(refused -> assertThat(refused.reason())
                            .isInstanceOfSatisfying(
                                    StoreReason.StoreOutOfReach.class,
                                    reason -> assertThat(reason.found())
                                            .contains(data.toString())
                                            .contains(taken)));
        }
    }
}

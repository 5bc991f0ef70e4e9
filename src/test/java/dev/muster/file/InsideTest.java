package dev.muster.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that are read step by step from a folder on. */
class InsideTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path temp;

    private Inside folder() throws IOException {
        Files.createDirectories(temp.resolve("folder/sub"));
        Files.writeString(temp.resolve("folder/sub/a.txt"), "mine");
        Files.createDirectories(temp.resolve("elsewhere"));
        Files.writeString(temp.resolve("elsewhere/a.txt"), "not mine");
        return Inside.of(temp.resolve("folder"));
    }

    @Test
    void folder_that_became_a_link_after_it_was_looked_at_is_not_followed() throws IOException {
        Inside inside = folder();
        Path real = inside.root().resolve("sub/a.txt");
        assertThat(inside.readReal(real, 100)).asString(StandardCharsets.UTF_8).isEqualTo("mine");
        Files.move(temp.resolve("folder/sub"), temp.resolve("folder/was"));
        Files.createSymbolicLink(temp.resolve("folder/sub"), temp.resolve("elsewhere"));

        assertThatThrownBy(() -> inside.readReal(real, 100)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> inside.namesInReal(inside.root().resolve("sub")))
                .isInstanceOf(IOException.class);
    }

    @Test
    void file_that_became_a_link_is_not_followed() throws IOException {
        Inside inside = folder();
        Files.delete(temp.resolve("folder/sub/a.txt"));
        Files.createSymbolicLink(temp.resolve("folder/sub/a.txt"), temp.resolve("elsewhere/a.txt"));

        assertThatThrownBy(() -> inside.readReal(inside.root().resolve("sub/a.txt"), 100))
                .isInstanceOf(IOException.class);
    }

    @Test
    void swapping_a_link_in_and_out_leaks_nothing() throws Exception {
        Inside inside = folder();
        Path file = temp.resolve("folder/sub/a.txt");
        Path own = Files.writeString(temp.resolve("own"), "mine");
        AtomicBoolean enough = new AtomicBoolean();
        Thread swapping = Thread.ofPlatform().start(() -> swap(file, own, enough));
        try {
            for (int i = 0; i < 2_000; i++) {
                try {
                    assertThat(inside.read("sub/a.txt", 100))
                            .asString(StandardCharsets.UTF_8)
                            .isEqualTo("mine");
                } catch (IOException _) {
                    // refused, as it should be while it is a link
                }
            }
        } finally {
            enough.set(true);
            swapping.join();
        }
    }

    private void swap(Path file, Path own, AtomicBoolean enough) {
        try {
            Path link = temp.resolve("link");
            while (!enough.get()) {
                Files.createSymbolicLink(link, temp.resolve("elsewhere/a.txt"));
                Files.move(link, file, StandardCopyOption.ATOMIC_MOVE);
                Path copy = Files.copy(own, temp.resolve("copy"));
                Files.move(copy, file, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Where a pipe is opened nobody would ever come back. */
    @Test
    @Timeout(120)
    void swapping_a_pipe_in_and_out_keeps_nobody() throws Exception {
        folder();
        Inside inside = Inside.of(temp.resolve("folder"), new Patience(Duration.ofMillis(100)));
        Path file = temp.resolve("folder/sub/a.txt");
        Path own = Files.writeString(temp.resolve("own"), "mine");
        Path pipe = Special.pipe(temp.resolve("pipe"));
        AtomicBoolean enough = new AtomicBoolean();
        Thread swapping = Thread.ofPlatform().start(() -> swap(file, own, pipe, enough));
        int kept = 0;
        try {
            for (int i = 0; i < 20_000 && kept < 3; i++) {
                try {
                    assertThat(inside.read("sub/a.txt", 100))
                            .asString(StandardCharsets.UTF_8)
                            .isEqualTo("mine");
                } catch (UnfitFileException e) {
                    kept += e.what().startsWith("could not be read within 0.1 seconds") ? 1 : 0;
                } catch (IOException _) {
                    // it was between the two
                }
            }
        } finally {
            enough.set(true);
            swapping.join();
        }
    }

    @Test
    @Timeout(30)
    void opening_that_waits_is_given_up() throws Exception {
        Path pipe = Special.pipe(temp.resolve("pipe"));

        assertThatThrownBy(() -> new Patience(Duration.ofMillis(200)).with(() -> Files.readAllBytes(pipe)))
                .isInstanceOf(UnfitFileException.class)
                .hasMessage("could not be read within 0.2 seconds, as if it were a pipe. Put a file there.");
    }

    /** The same pipe each time, so that it is there again and again while the file is opened. */
    private void swap(Path file, Path own, Path pipe, AtomicBoolean enough) {
        try {
            while (!enough.get()) {
                Files.deleteIfExists(file);
                Files.createLink(file, pipe);
                Path copy = Files.copy(own, temp.resolve("copy"));
                Files.move(copy, file, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void path_that_climbs_out_is_refused() throws IOException {
        Inside inside = folder();

        assertThatThrownBy(() -> inside.read("../elsewhere/a.txt", 100))
                .isInstanceOf(UnfitFileException.class)
                .hasMessage("lies outside of the folder folder.");
    }

    @Test
    void file_with_more_in_it_than_its_size_is_bounded() {
        assertThatThrownBy(() -> PlainFile.read(Path.of("/proc/self/maps"), 10))
                .isInstanceOf(UnfitFileException.class)
                .hasMessage("has more than 10 bytes, which is more than it may have.");
        assertThatThrownBy(() -> PlainFile.read(Path.of("/dev/zero"), 10)).isInstanceOf(UnfitFileException.class);
    }

    @Test
    void pipe_that_was_named_is_refused_at_once() throws Exception {
        Path pipe = Special.pipe(temp.resolve("pipe"));

        assertThatThrownBy(() -> PlainFile.read(pipe, 10)).hasMessageContaining("a pipe");
    }
}

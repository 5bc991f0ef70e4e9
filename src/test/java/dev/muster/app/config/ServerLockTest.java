package dev.muster.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.app.refusal.Refusal;
import dev.muster.app.refusal.StoreReason;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLockTest {
    private static final URI ADDRESS = URI.create("http://127.0.0.1:8080");

    @TempDir
    Path data;

    private DataFolder folder;

    @BeforeEach
    void setUp() {
        folder = new DataFolder(data);
    }

    @Test
    void folder_without_a_server_has_no_address() {
        assertThat(new ServerLock(folder).server()).isNull();
    }

    @Test
    void running_server_says_where_it_listens() {
        ServerLock server = new ServerLock(folder);
        server.take();
        server.listening(ADDRESS);

        assertThat(new ServerLock(folder).server()).isEqualTo(ADDRESS);
    }

    @Test
    void second_server_is_refused_with_the_address_of_the_first() {
        ServerLock server = new ServerLock(folder);
        server.take();
        server.listening(ADDRESS);

        assertThatThrownBy(() -> new ServerLock(folder).take())
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason())
                                .isEqualTo(new StoreReason.FolderTaken(data.toString(), ADDRESS.toString())));
    }

    @Test
    void lock_that_a_killed_server_left_behind_does_not_count() throws IOException {
        Files.writeString(data.resolve("server.lock"), ADDRESS + "\n1\n");

        assertThat(new ServerLock(folder).server()).isNull();
    }
}

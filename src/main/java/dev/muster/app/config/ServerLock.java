package dev.muster.app.config;

import dev.muster.app.refusal.Refusal;
import dev.muster.app.refusal.StoreReason;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One server per data folder: it holds {@code server.lock}, in which it says where it listens, so that commands ask it instead
 * of working beside it.
 */
@ApplicationScoped
public class ServerLock {
    private final DataFolder folder;
    private @Nullable HeldFile held;

    ServerLock(DataFolder folder) {
        this.folder = folder;
    }

    /**
     * Takes the folder for this process until it ends.
     *
     * @throws Refusal where another server has it
     */
    public void take() {
        Path path = folder.writable();
        HeldFile file = kept(() -> HeldFile.tryFor(file(path)));
        if (file == null) {
            throw new Refusal(new StoreReason.FolderTaken(folder.path().toString(), written(file(folder.path()))));
        }
        held = file;
        write(file, "");
    }

    private void write(HeldFile file, String text) {
        kept(() -> {
            file.write(text);
            return text;
        });
    }

    /** What the folder's disk does not take is no fault of the program. */
    private <T extends @Nullable Object> T kept(Supplier<T> work) {
        try {
            return work.get();
        } catch (UncheckedIOException e) {
            String why = String.valueOf(Objects.requireNonNull(e.getCause()).getMessage());
            throw new Refusal(new StoreReason.StoreOutOfReach(folder.path().toString(), why), e);
        }
    }

    /** Says where this server listens. */
    public void listening(URI address) {
        if (held == null) {
            throw new IllegalStateException("The folder was not taken.");
        }
        write(held, address + "\n" + ProcessHandle.current().pid() + "\n");
    }

    /** Where the server of this folder listens, or null where none runs. */
    public @Nullable URI server() {
        Path file = file(folder.path());
        if (!Files.isWritable(file)) {
            return null;
        }
        try (HeldFile free = HeldFile.tryFor(file)) {
            if (free != null) {
                return null;
            }
        }
        String address = written(file);
        return address.isEmpty() ? null : URI.create(address);
    }

    private static Path file(Path folder) {
        return folder.resolve("server.lock");
    }

    private static String written(Path file) {
        try {
            return Files.readString(file).lines().findFirst().orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

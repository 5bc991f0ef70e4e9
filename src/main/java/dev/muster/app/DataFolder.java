package dev.muster.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where Muster keeps what must not be lost. */
@ApplicationScoped
public class DataFolder {
    private final Path path;

    @Inject
    DataFolder(MusterConfig config) {
        this(config.data());
    }

    DataFolder(Path path) {
        this.path = path.toAbsolutePath().normalize();
    }

    public Path path() {
        return path;
    }

    /**
     * The folder, made where it is not there yet.
     *
     * @throws Refusal where nothing can be written to it
     */
    public Path writable() {
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw outOfReach("the folder cannot be made (" + e.getMessage() + ").", e);
        }
        if (!Files.isWritable(path)) {
            throw outOfReach("the folder cannot be written to.", null);
        }
        return path;
    }

    public Refusal outOfReach(String why, @Nullable Exception cause) {
        return new Refusal(new Reason.StoreOutOfReach(path.toString(), why), cause);
    }
}

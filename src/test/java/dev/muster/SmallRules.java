package dev.muster;

import dev.muster.app.SmallPack;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rules and agents of their own for a test's program, to be edited while it runs. */
public class SmallRules implements QuarkusTestResourceLifecycleManager {
    private static @Nullable SmallPack pack;

    private @Nullable Path folder;

    public static SmallPack pack() {
        return Objects.requireNonNull(pack);
    }

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory("muster-rules");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        SmallPack written = SmallPack.in(folder);
        pack = written;
        return Map.of(
                "muster.rules", written.rules().toString(),
                "muster.agents", written.agents().toString());
    }

    @Override
    public void stop() {
        if (folder != null) {
            SmallPack.delete(folder);
        }
    }
}

package dev.muster.app.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.muster.app.PlanJson;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is in an archive.
 *
 * @param format of the archive; only this one is there
 * @param entries folders before what is in them
 */
@RegisterForReflection
public record Manifest(int format, Instant createdAt, List<Entry> entries) {
    static final int FORMAT = 1;
    static final String NAME = "manifest.json";

    /** Where files are in the archive, so that none of them can be taken for the manifest. */
    static final String DATA = "data/";

    public Manifest {
        entries = List.copyOf(entries);
    }

    /**
     * Something in the data folder.
     *
     * @param path in it, with slashes
     * @param mode who may do what with it, as in {@code rwx------}; null where the system has no such thing
     * @param sha256 of a file's content
     * @param target where a link leads
     */
    @RegisterForReflection
    public record Entry(
            Kind kind,
            String path,
            @Nullable String mode,
            @Nullable Long bytes,
            @Nullable String sha256,
            @Nullable String target) {}

    /** What something in a data folder can be. */
    @RegisterForReflection
    public enum Kind {
        FOLDER,
        FILE,
        LINK
    }

    String json() {
        return PlanJson.pretty(this) + "\n";
    }

    static Manifest read(String json) throws JsonProcessingException {
        return PlanJson.mapper().readValue(json, Manifest.class);
    }

    long files() {
        return entries.stream().filter(entry -> entry.kind() == Kind.FILE).count();
    }

    long bytes() {
        return entries.stream()
                .mapToLong(entry -> entry.bytes() == null ? 0 : entry.bytes())
                .sum();
    }
}

package dev.muster.app.backup;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.muster.app.json.Json;
import dev.muster.file.BoundedInput;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
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
    /** More is nothing that a data folder has, and would not fit into memory. */
    static final int MOST_ENTRIES = 500_000;

    static final long MOST_BYTES = 128L << 20;
    static final String NAME = "manifest.json";

    /** Reads one value, and leaves what comes after it. */
    private static final ObjectReader PIECES =
            Json.mapper().reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

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
        return Json.pretty(this) + "\n";
    }

    /**
     * Reads one, of which nothing is known: piece by piece, and never more than a backup writes.
     *
     * @throws BrokenArchiveException where it is none
     */
    static Manifest read(InputStream in) throws IOException, BrokenArchiveException {
        try (JsonParser json = Json.mapper().getFactory().createParser(new BoundedInput(in, MOST_BYTES))) {
            return read(json);
        } catch (JsonProcessingException e) {
            throw new BrokenArchiveException("its " + NAME + " cannot be read (" + e.getOriginalMessage() + ")");
        } catch (BoundedInput.TooMuchException e) {
            throw new BrokenArchiveException("its " + NAME + " has more than " + MOST_BYTES + " bytes");
        }
    }

    private static Manifest read(JsonParser json) throws IOException, BrokenArchiveException {
        int format = 0;
        Instant createdAt = Instant.EPOCH;
        List<Entry> entries = new ArrayList<>();
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new BrokenArchiveException("its " + NAME + " is no object");
        }
        for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
            json.nextToken();
            switch (field) {
                case "format" -> format = checked(json.getValueAsInt());
                case "createdAt" -> createdAt = PIECES.forType(Instant.class).readValue(json);
                case "entries" -> entries(json, entries);
                default -> json.skipChildren();
            }
        }
        checked(format);
        return new Manifest(format, createdAt == null ? Instant.EPOCH : createdAt, entries);
    }

    private static int checked(int format) throws BrokenArchiveException {
        if (format != FORMAT) {
            throw new BrokenArchiveException("it has the format " + format + ", which this Muster does not know");
        }
        return format;
    }

    private static void entries(JsonParser json, List<Entry> entries) throws IOException, BrokenArchiveException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw new BrokenArchiveException("its " + NAME + " has no list of entries");
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            Entry entry = PIECES.forType(Entry.class).readValue(json);
            if (entry == null || entry.kind() == null || entry.path() == null) {
                throw new BrokenArchiveException("its " + NAME + " has an entry without a kind or a path");
            }
            if (entries.size() == MOST_ENTRIES) {
                throw new BrokenArchiveException("its " + NAME + " has more than " + MOST_ENTRIES + " entries");
            }
            entries.add(entry);
        }
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

package dev.muster.app.policies;

import dev.muster.app.refusal.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Keeps the versions of packs, and which of them was rolled back to. Every operation may throw {@link Refusal}. */
public interface PolicyStore {
    /**
     * Keeps a version with its files, unless it is kept already.
     *
     * @param paths the hash of each file by its path
     * @param contents what the files hold by its hash
     */
    void keep(String pack, String version, Instant now, SortedMap<String, String> paths, Map<String, byte[]> contents);

    /** The files of a version by their path, or null where it is not kept. */
    @Nullable
    SortedMap<String, byte[]> files(String pack, String version);

    /** All versions of a pack, newest first. */
    List<Kept> versions(String pack);

    /** Wishes for an older version as long as the files are at the version {@code over}; replaces any other wish for the pack. */
    void rollBack(String pack, String over, String version, Instant since);

    void endRollback(String pack);

    /** What to serve while the files are at the version {@code over}, or null where nobody wishes for anything else. */
    @Nullable
    String rollback(String pack, String over);

    /**
     * A kept version.
     *
     * @param number counts the versions of a pack from 1
     * @param firstSeen when it was first served
     * @param paths the hash of each file by its path
     */
    record Kept(String version, int number, Instant firstSeen, SortedMap<String, String> paths) {}
}

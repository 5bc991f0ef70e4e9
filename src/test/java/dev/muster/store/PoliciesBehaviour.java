package dev.muster.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.policies.PolicyStore;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a store of policies does, whichever database it is. */
abstract class PoliciesBehaviour {
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    private final TestDatabase database;
    private final PolicyStore store;

    PoliciesBehaviour(TestDatabase database) {
        this.database = database;
        this.store = new SqlPolicies(database.database());
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** A version of two files, one of which is always the same. */
    private void keep(String pack, String version, String content) {
        store.keep(
                pack,
                version,
                NOON,
                new TreeMap<>(Map.of("rules/p/a.drl", "hash of " + content, "rules/p/same.csv", "hash of same")),
                Map.of("hash of " + content, content.getBytes(), "hash of same", new byte[] {0, -1, 127}));
    }

    @Test
    void version_is_found_with_the_bytes_that_were_kept() {
        keep("found", "v1", "one");
        keep("found", "v2", "two");

        Map<String, byte[]> files = Objects.requireNonNull(store.files("found", "v1"));
        assertThat(files).containsOnlyKeys("rules/p/a.drl", "rules/p/same.csv");
        assertThat(files.get("rules/p/a.drl")).asString().isEqualTo("one");
        assertThat(files.get("rules/p/same.csv")).containsExactly(0, -1, 127);
        assertThat(store.files("found", "v3")).isNull();
        assertThat(store.files("other", "v1")).isNull();
    }

    @Test
    void versions_are_listed_newest_first_and_each_once() {
        keep("listed", "v2", "two");
        keep("listed", "v1", "one");
        keep("listed", "v2", "two");

        assertThat(store.versions("listed"))
                .containsExactly(
                        new PolicyStore.Kept(
                                "v1",
                                2,
                                NOON,
                                new TreeMap<>(
                                        Map.of("rules/p/a.drl", "hash of one", "rules/p/same.csv", "hash of same"))),
                        new PolicyStore.Kept(
                                "v2",
                                1,
                                NOON,
                                new TreeMap<>(
                                        Map.of("rules/p/a.drl", "hash of two", "rules/p/same.csv", "hash of same"))));
        assertThat(store.versions("nothing")).isEmpty();
    }

    @Test
    void rollback_holds_over_one_version_of_the_files_until_it_ends() {
        keep("back", "v1", "one");
        keep("back", "v2", "two");

        store.rollBack("back", "v3", "v1", NOON);
        store.rollBack("back", "v3", "v2", NOON);

        assertThat(store.rollback("back", "v3")).isEqualTo("v2");
        assertThat(store.rollback("back", "v4")).isNull();
        store.endRollback("back");
        assertThat(store.rollback("back", "v3")).isNull();
    }
}

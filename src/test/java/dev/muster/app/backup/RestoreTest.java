package dev.muster.app.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.app.config.DataFolders;
import dev.muster.app.refusal.Refusal;
import dev.muster.app.runs.LocalRuns;
import dev.muster.file.Special;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives that come from anywhere. */
@Timeout(120)
class RestoreTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path temp;

    private static final Supplier<LocalRuns> NOBODY = () -> {
        throw new AssertionError("It was restored.");
    };

    private Path data() {
        return temp.resolve("data");
    }

    private Path archive(Archives.More more) {
        return Archives.write(temp.resolve("a.zip"), more);
    }

    /** Why it is refused; nothing is written before. */
    private String refused(Path archive, boolean links) {
        DataFolders folders = DataFolders.at(data());
        Restore restore = new Restore(folders.folder(), folders.lock(), NOBODY, false);
        try {
            restore.restore(archive, links);
            throw new AssertionError("It was restored.");
        } catch (Refusal refusal) {
            assertThat(Files.exists(data(), LinkOption.NOFOLLOW_LINKS))
                    .as("something was written")
                    .isFalse();
            return refusal.reason().found();
        }
    }

    private String refused(Archives.More more) {
        return refused(archive(more), true);
    }

    /** What comes out of it. */
    private Path restored(Archives.More more, boolean links) throws IOException, BrokenArchiveException {
        Path to = Files.createDirectories(temp.resolve("out"));
        try (ArchiveReader reader = new ArchiveReader(archive(more), links)) {
            reader.verify(1L << 40);
            reader.extractTo(to);
        }
        return to;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/cron.d/x",
                "../x",
                "runs/../../x",
                "runs/./x",
                "runs//x",
                "",
                "runs/",
                "..",
                ".",
                "runs/a\0b",
                "runs/a\nb",
                "runs/\u0085b"
            })
    void path_that_leads_elsewhere_is_refused(String path) {
        assertThat(refused(archive -> archive.file(path, "x"))).startsWith(temp.resolve("a.zip") + " is no backup");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc",
                "../..",
                "../../../etc/passwd",
                "a/../../../../x",
                "x/..",
                "",
                "a\0b",
                "work/../../../../etc"
            })
    void link_that_leads_elsewhere_is_refused(String target) {
        assertThat(refused(archive -> archive.link("runs/r", target)))
                .contains("\"runs/r\" links to")
                .contains("--without-links");
    }

    @Test
    void links_may_be_left_out() throws Exception {
        Path out = restored(archive -> archive.link("runs/r", "/etc"), false);

        assertThat(out.resolve("runs")).doesNotExist();
    }

    @Test
    void link_that_stays_is_restored() throws Exception {
        Path out = restored(
                archive -> {
                    archive.file("runs/r/work/a/b", "x");
                    archive.link("runs/r/work/c", "a/b");
                    archive.link("runs/r/work/a/d", "../../../r/work/a/b");
                },
                true);

        assertThat(out.resolve("runs/r/work/c")).hasContent("x");
        assertThat(out.resolve("runs/r/work/a/d")).hasContent("x");
    }

    @Test
    void database_that_is_a_link_is_refused() throws IOException {
        Path outside = Files.write(temp.resolve("outside.db"), Archives.STORE);
        Path archive = Archives.bare(temp.resolve("a.zip"), more -> more.link("muster.db", outside.toString()));

        assertThat(refused(archive, true)).contains("muster.db");
        assertThat(refused(archive, false)).contains("it has no file muster.db");
        assertThat(outside).hasBinaryContent(Archives.STORE);
    }

    @Test
    void file_below_a_link_or_a_file_is_refused() {
        assertThat(refused(archive -> {
                    archive.link("runs/r", "x");
                    archive.file("runs/r/y", "");
                }))
                .contains("\"runs/r/y\" would be below a file or a link");
        assertThat(refused(archive -> {
                    archive.file("runs/r/y", "");
                    archive.file("runs/r", "");
                }))
                .contains("below a file or a link");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"muster.db-wal", "muster.db-journal", "server.lock", "muster.db.bak", ".restoring/x", "x.lock"})
    void what_belongs_to_a_process_is_refused(String path) {
        assertThat(refused(archive -> archive.file(path, ""))).contains("is nothing that a backup has");
    }

    @Test
    void code_in_it_is_not_unpacked() throws Exception {
        Path out = restored(archive -> archive.file("lib/3.5-amd64/libsqlitejdbc.so", "evil"), true);

        assertThat(out.resolve("lib")).doesNotExist();
        assertThat(out.resolve("muster.db")).hasBinaryContent(Archives.STORE);
    }

    @Test
    void names_that_differ_in_case_alone_are_refused_where_they_are_our_own() throws Exception {
        assertThat(refused(archive -> archive.file("Muster.DB", ""))).contains("nothing but its case");
        assertThat(refused(archive -> archive.file("RUNS/x", ""))).contains("nothing but its case");
        assertThat(refused(archive -> {
                    archive.file("notes", "");
                    archive.file("Notes", "");
                }))
                .contains("nothing but its case");
    }

    @Test
    void name_that_is_there_twice_is_refused() {
        assertThat(refused(archive -> {
                    archive.file("runs/a", "x");
                    archive.listed("runs/a", 0, "0".repeat(64));
                }))
                .contains("\"runs/a\" is in its manifest twice");
    }

    @Test
    void manifest_and_archive_have_the_same_files() {
        assertThat(refused(archive -> archive.listed("runs/a", 0, "0".repeat(64))))
                .contains("runs/a is missing");
        assertThat(refused(archive -> archive.content("data/runs/b", new byte[] {1})))
                .contains("\"data/runs/b\" is in it twice, or is not in its manifest");
        assertThat(refused(archive -> archive.content("../evil", new byte[] {1})))
                .contains("\"../evil\"");
    }

    static Stream<Long> wrongSizes() {
        return Stream.of(0L, 10L, 101L, Long.MAX_VALUE, -1L);
    }

    @ParameterizedTest
    @MethodSource("wrongSizes")
    void size_that_was_declared_is_held_against_what_is_there(long size) {
        byte[] content = "x".repeat(100).getBytes(StandardCharsets.UTF_8);

        assertThat(refused(archive -> {
                    archive.listed("runs/a", size, "0".repeat(64));
                    archive.content("data/runs/a", content);
                }))
                .contains("runs/a");
    }

    @Test
    void small_size_ends_the_reading_of_what_unpacks_to_gigabytes() {
        Path archive = archive(more -> {
            more.listed("runs/a", 10, "0".repeat(64));
            more.zeros("data/runs/a", 2L << 30);
        });
        long before = System.nanoTime();

        assertThat(refused(archive, true)).contains("runs/a has more than the 10 bytes that were backed up");
        assertThat(System.nanoTime() - before).as("it was read to its end").isLessThan(1_000_000_000L);
    }

    @Test
    void archive_that_becomes_hundreds_of_times_as_large_is_refused() {
        assertThat(refused(archive -> {
                    archive.listed("runs/a", 3L << 30, "0".repeat(64));
                    archive.zeros("data/runs/a", 10);
                }))
                .contains("times as large as it is");
    }

    @Test
    void archive_that_does_not_fit_is_refused() {
        assertThat(refused(archive -> {
                    archive.listed("runs/a", 1L << 42, "0".repeat(64));
                    archive.content("data/runs/a", new byte[10]);
                }))
                .contains("and there is room for ");
    }

    @Test
    void endless_manifest_is_refused() throws IOException {
        Path file = temp.resolve("a.zip");
        try (var zip = new java.util.zip.ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new java.util.zip.ZipEntry("manifest.json"));
            zip.write("{\"entries\":[".getBytes(StandardCharsets.UTF_8));
            byte[] spaces = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 1500; i++) {
                zip.write(spaces);
            }
            zip.closeEntry();
        }

        assertThat(refused(file, true)).contains("has more than 134217728 bytes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{",
                "{\"format\":2}",
                "{\"format\":1}",
                "{\"format\":1,\"entries\":{}}",
                "{\"format\":1,\"entries\":[null]}",
                "{\"format\":1,\"entries\":[{}]}",
                "{\"format\":1,\"entries\":[{\"kind\":\"device\",\"path\":\"a\"}]}",
                "{\"format\":1,\"entries\":[{\"kind\":\"file\"}]}",
                "{\"format\":1,\"entries\":[3]}"
            })
    void manifest_that_is_none_is_told(String json) throws IOException {
        Path file = temp.resolve("a.zip");
        try (var zip = new java.util.zip.ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new java.util.zip.ZipEntry("manifest.json"));
            zip.write(json.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(refused(file, true)).contains("is no backup that could be restored");
    }

    @Test
    void manifest_without_hash_or_with_a_strange_mode_is_refused() {
        assertThat(refused(archive -> archive.listed("runs/a", 0, "abc"))).contains("has no hash of runs/a");
        assertThat(refused(
                        archive -> archive.listed("runs/a", 0, "0".repeat(64)).put("mode", "rwsrwxrwx")))
                .contains("no such mode");
    }

    @Test
    void database_that_is_none_is_refused() {
        Path archive = Archives.bare(temp.resolve("a.zip"), more -> more.file("muster.db", "text"));

        assertThat(refused(archive, true)).contains("muster.db is no database of SQLite");
    }

    @Test
    void what_is_restored_is_for_its_owner_alone() throws Exception {
        Path out = restored(
                archive -> {
                    archive.folder("runs");
                    archive.file("runs/r/work/tool", "");
                },
                true);

        assertThat(modes(out))
                .containsExactly(
                        "muster.db rwx------",
                        "runs rwx------",
                        "runs/r rwx------",
                        "runs/r/work rwx------",
                        "runs/r/work/tool rwx------");
    }

    private static List<String> modes(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> !path.equals(folder))
                    .map(path -> folder.relativize(path) + " " + mode(path))
                    .sorted()
                    .toList();
        }
    }

    private static String mode(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void archive_that_is_no_file_is_refused_at_once() throws Exception {
        assertThat(refused(Special.pipe(temp.resolve("pipe")), true)).contains("it is no file");
        assertThat(refused(temp, true)).contains("it is no file");
    }

    @Test
    void restore_that_was_interrupted_is_told() throws IOException {
        Files.createDirectories(data().resolve(".restoring/runs"));
        DataFolders folders = DataFolders.at(data());

        assertThatThrownBy(() ->
                        new Restore(folders.folder(), folders.lock(), NOBODY, false).restore(archive(_ -> {}), true))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.reason().found()).contains("was interrupted: .restoring is there"));
        assertThatThrownBy(() -> folders.folder().writable())
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason().found()).contains("a restore into it was interrupted"));
    }

    @Test
    void lock_that_is_a_link_overwrites_nothing() throws IOException {
        Path victim = Files.writeString(temp.resolve("victim"), "mine");
        Files.createDirectories(data());
        Files.createSymbolicLink(data().resolve("server.lock"), victim);
        DataFolders folders = DataFolders.at(data());

        assertThatThrownBy(() -> folders.lock().take()).isInstanceOf(RuntimeException.class);
        assertThat(victim).hasContent("mine");
    }

    @Test
    void backup_leaves_out_what_restore_would_refuse() throws Exception {
        Path folder = Files.createDirectories(temp.resolve("from"));
        Files.createDirectories(folder.resolve("runs/r/work/a"));
        Files.createDirectories(folder.resolve("lib"));
        Files.writeString(folder.resolve("runs/r/work/new\nline"), "");
        Files.writeString(folder.resolve("runs/r/work/back\\slash"), "");
        Files.createSymbolicLink(folder.resolve("runs/r/work/python"), Path.of("/usr/bin/python3"));
        Files.createSymbolicLink(folder.resolve("runs/r/work/a/up"), Path.of("../b"));
        Path store = Files.write(temp.resolve("store"), Archives.STORE);
        Path file = temp.resolve("b.zip");
        List<String> leftOut;
        try (ArchiveWriter writer = new ArchiveWriter(Files.newOutputStream(file))) {
            writer.file(store, "muster.db");
            writer.below(folder, name -> !name.matches(Backup.NOT_KEPT));
            writer.finish(java.time.Instant.EPOCH);
            leftOut = writer.leftOut();
        }

        assertThat(leftOut)
                .containsExactlyInAnyOrder(
                        "runs/r/work/new?line has a control character in its name",
                        "runs/r/work/python links out of the data folder");
        try (ArchiveReader reader = new ArchiveReader(file, true)) {
            reader.verify(1L << 40);
            assertThat(reader.contents().entries())
                    .extracting(Manifest.Entry::path)
                    .containsExactlyInAnyOrder(
                            "muster.db",
                            "runs",
                            "runs/r",
                            "runs/r/work",
                            "runs/r/work/a",
                            "runs/r/work/a/up",
                            "runs/r/work/back\\slash");
        }
    }
}

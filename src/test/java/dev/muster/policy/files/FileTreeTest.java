package dev.muster.policy.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.muster.file.Special;
import dev.muster.policy.PackFiles;
import dev.muster.policy.PackState;
import dev.muster.source.Fault;
import dev.muster.source.Faults;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a pack brings lies in its folder. */
class FileTreeTest {
    private static final String SECRET = "nobody-may-read-this";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path outside;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Path rules;

    @BeforeEach
    void folders() throws IOException {
        rules = Files.createDirectories(outside.resolve("rules"));
        Files.writeString(outside.resolve("secret.md"), SECRET);
        Files.createDirectories(outside.resolve("secrets"));
        Files.writeString(outside.resolve("secrets/key.md"), SECRET);
        file("team/pack.yaml", "title: Team");
        file("other/pack.yaml", "title: Other");
        file("other/own.csv", SECRET);
    }

    private void file(String path, String text) throws IOException {
        Path file = rules.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void link(String path, String target) throws IOException {
        Path link = rules.resolve(path);
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, Path.of(target));
    }

    /** What is read, and that nothing of what lies elsewhere is, not even in a message. */
    private FileTree read() {
        return assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            FileTree tree = FileTree.ofFolder(rules);
            for (String path : tree.paths()) {
                if (!path.equals("other/own.csv")) {
                    assertThat(tree.text(path, new Faults())).as(path).doesNotContain(SECRET);
                }
            }
            assertThat(tree.faults().toString()).doesNotContain(SECRET);
            return tree;
        });
    }

    private List<String> faults() {
        return read().in("team").faults().stream().map(Fault::toString).toList();
    }

    @Test
    void link_that_leaves_is_a_fault_with_its_place() throws IOException {
        link("team/skills/leak.md", "/proc/self/environ");

        assertThat(faults())
                .containsExactly(
                        "team/skills/leak.md:1:1: It links to /proc/self/environ, which is outside of the folder team."
                                + " Put a copy here instead.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/passwd",
                "../../secret.md",
                "../other/own.csv",
                "/proc/self/fd/0",
                "/dev/stdin",
                "/dev/zero",
                "/proc/self/root/etc/passwd",
                "../../secrets",
                "/",
                ".."
            })
    void link_that_leaves_brings_nothing(String target) throws IOException {
        link("team/t.csv", target);

        assertThat(faults()).singleElement().asString().startsWith("team/t.csv").contains("links to " + target);
        assertThat(read().in("team").paths()).containsExactly("team/pack.yaml");
    }

    /** A line break would make two lines of one message, and two names that are no UTF-8 are the same when shown. */
    @ParameterizedTest
    @ValueSource(strings = {"a\nteam/b.drl:1:1: fine.drl", "a\u001b[31m.csv", "a\u0085.md", "skills\n/a.md"})
    void name_that_cannot_be_shown_is_a_fault_that_can(String name) throws IOException {
        file("team/" + name, "");

        assertThat(faults())
                .singleElement()
                .asString()
                .contains("?")
                .endsWith("It has a name with characters that cannot be shown. Give it another one.")
                .matches("\\P{Cntrl}*");
    }

    /** Emacs leaves them behind for good: a pack would never take a change again. */
    @ParameterizedTest
    @ValueSource(strings = {"work.drl~", "#work.drl#", ".#work.drl", ".work.drl.swp", "skills~/a.md"})
    void copies_that_editors_keep_are_not_seen(String name) throws IOException {
        file("team/" + name, "rule");
        file(name, "rule");

        assertThat(faults()).isEmpty();
        assertThat(read().paths()).containsExactly("other/own.csv", "other/pack.yaml", "team/pack.yaml");
    }

    @Test
    void file_of_another_program_may_have_any_name() throws IOException {
        file("team/Icon\r", "");

        assertThat(faults()).isEmpty();
    }

    @Test
    void what_is_the_matter_with_very_many_files_is_not_told_of_each() throws IOException {
        for (int i = 0; i < 200; i++) {
            link("team/" + i + ".md", "/etc/passwd");
        }

        assertThat(faults())
                .hasSize(101)
                .anyMatch(fault -> fault.endsWith("more than 100 that something is the matter with."));
    }

    @Test
    void folder_that_is_a_link_out_brings_nothing() throws IOException {
        link("team/skills", outside.resolve("secrets").toString());

        assertThat(faults()).singleElement().asString().startsWith("team/skills:1:1: It links to ");
    }

    @Test
    void chain_of_links_ends_where_it_leaves() throws IOException {
        link("team/a.md", "b.md");
        link("team/b.md", "skills/../c.md");
        link("team/c.md", "../../secret.md");
        file("team/skills/x.md", "");

        assertThat(faults()).hasSize(3).allMatch(fault -> fault.contains("links to"));
    }

    @Test
    void whether_a_file_elsewhere_is_there_cannot_be_found_out() throws IOException {
        link("team/d.md", "sub/link/key.md");
        link("team/sub/link", outside.resolve("secrets").toString());
        List<String> there = faults();
        Files.delete(outside.resolve("secrets/key.md"));
        Files.delete(outside.resolve("secrets"));

        assertThat(faults()).isEqualTo(there);
    }

    @Test
    void pack_that_is_a_link_out_is_that_packs_fault_alone() throws IOException {
        link("stolen", outside.resolve("secrets").toString());

        FileTree tree = read();

        assertThat(tree.folders()).containsExactly("other", "stolen", "team");
        assertThat(tree.in("stolen").faults()).singleElement().asString().startsWith("stolen:1:1: It links to ");
        assertThat(tree.in("team").faults()).isEmpty();
    }

    @Test
    void circle_of_links_is_that_packs_fault_alone() throws IOException {
        link("team/loop", "loop");
        link("team/skills/up", "..");
        link("self", "self");

        FileTree tree = read();

        assertThat(tree.in("team").faults()).hasSize(2);
        assertThat(tree.in("self").faults()).hasSize(1);
        assertThat(tree.in("other").faults()).isEmpty();
        assertThat(tree.in("other").paths()).hasSize(2);
    }

    @Test
    void links_that_multiply_come_to_an_end() throws IOException {
        for (int i = 0; i < 14; i++) {
            link("team/d" + i + "/a", "../d" + (i + 1));
            link("team/d" + i + "/b", "../d" + (i + 1));
        }
        file("team/d14/x.md", "");

        assertThat(faults()).anyMatch(fault -> fault.contains("one file too many"));
    }

    @Test
    void pipe_is_refused_and_not_waited_for() throws Exception {
        Special.pipe(rules.resolve("team/t.csv"));
        link("team/u.csv", "t.csv");

        assertThat(faults())
                .hasSize(2)
                .allMatch(fault -> fault.endsWith("It is a pipe, a socket or a device, where a file is expected."));
    }

    @Test
    void large_file_is_that_packs_fault_alone() throws IOException {
        try (RandomAccessFile large =
                new RandomAccessFile(rules.resolve("team/t.csv").toFile(), "rw")) {
            large.setLength(FileTree.MAX_FILE_BYTES + 1);
        }

        assertThat(faults()).singleElement().asString().contains("team/t.csv:1:1: It has more than 16,777,216 bytes");
        assertThat(read().in("other").faults()).isEmpty();
    }

    @Test
    void pack_of_many_large_files_is_a_fault() throws IOException {
        for (int i = 0; i < 5; i++) {
            try (RandomAccessFile large =
                    new RandomAccessFile(rules.resolve("team/" + i + ".csv").toFile(), "rw")) {
                large.setLength(FileTree.MAX_FILE_BYTES - 1);
            }
        }

        assertThat(faults()).isNotEmpty().allMatch(fault -> fault.endsWith("All files of a pack have at most 64 MiB."));
    }

    @Test
    void file_that_nobody_may_read_is_that_packs_fault_alone() throws IOException {
        Files.setPosixFilePermissions(rules.resolve("team/pack.yaml"), PosixFilePermissions.fromString("---------"));
        org.junit.jupiter.api.Assumptions.assumeFalse(
                Files.isReadable(rules.resolve("team/pack.yaml")), "root reads all");

        assertThat(faults()).hasSize(1);
    }

    @Test
    void links_of_a_volume_work() throws IOException {
        file("..2026_01/mounted/pack.yaml", "title: Mounted");
        file("..2026_01/mounted/skills/s.md", "Skill");
        link("..data", "..2026_01");
        link("mounted", "..data/mounted");
        file("own/..2026_01/pack.yaml", "title: Own");
        link("own/..data", "..2026_01");
        link("own/pack.yaml", "..data/pack.yaml");

        FileTree tree = read();

        assertThat(tree.faults()).isEmpty();
        assertThat(tree.paths()).contains("mounted/pack.yaml", "mounted/skills/s.md", "own/pack.yaml");
        assertThat(tree.text("own/pack.yaml", new Faults())).isEqualTo("title: Own");
    }

    @Test
    void rules_folder_may_be_a_link_itself() throws IOException {
        Path link = Files.createSymbolicLink(outside.resolve("current"), Path.of("rules"));
        link("team/t.csv", outside.resolve("current/team/pack.yaml").toString());

        FileTree tree = FileTree.ofFolder(link);

        assertThat(tree.faults()).isEmpty();
        assertThat(tree.paths()).contains("team/pack.yaml", "team/t.csv");
    }

    @Test
    void link_that_leads_nowhere_is_a_fault() throws IOException {
        link("team/gone.drl", "was.drl");

        assertThat(faults())
                .containsExactly(
                        "team/gone.drl:1:1: It links to was.drl, which is not there. Put the file there, or take the"
                                + " link out.");
    }

    @Test
    void pack_with_such_a_file_is_broken_and_says_only_that() throws IOException {
        link("team/pack2.yaml", "/etc/hostname");
        FileTree agents = FileTree.ofFolder(rules.resolve("other"));

        PackState state = PackFiles.of("team", read(), agents).read();

        assertThat(state)
                .isInstanceOfSatisfying(
                        PackState.Broken.class,
                        broken -> assertThat(broken.faults())
                                .singleElement()
                                .asString()
                                .contains("team/pack2.yaml:1:1"));
    }

    @Test
    void version_changes_with_what_cannot_be_read() throws IOException {
        String before = PackFiles.of("team", read(), FileTree.ofBytes(java.util.Map.of()))
                .version();
        link("team/t.csv", "/etc/hostname");

        assertThat(PackFiles.of("team", read(), FileTree.ofBytes(java.util.Map.of()))
                        .version())
                .isNotEqualTo(before);
    }

    @Test
    void folder_that_is_not_there_is_told() {
        assertThatThrownBy(() -> FileTree.ofFolder(rules.resolve("nowhere"))).isInstanceOf(UncheckedIOException.class);
    }
}

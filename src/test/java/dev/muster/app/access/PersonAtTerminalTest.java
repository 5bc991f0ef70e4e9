package dev.muster.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.app.refusal.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes as the system tells of them: 30 is the command, 20 its parent, 10 the session that it is in. */
class PersonAtTerminalTest {
    private static final Instant BEGAN = Instant.parse("2026-01-05T08:00:00Z");

    @TempDir
    Path proc;

    private Instant sessionBegan = BEGAN.minusSeconds(60);

    @BeforeEach
    void processes() throws IOException {
        process(20, "PATH=/bin");
        process(30, "PATH=/bin");
        stat("10 34817");
    }

    private void process(long pid, String environment) throws IOException {
        Files.createDirectories(proc.resolve(pid + ""));
        Files.writeString(proc.resolve(pid + "/environ"), environment.replace(' ', '\0'));
    }

    private void stat(String sessionAndTerminal) throws IOException {
        Files.writeString(proc.resolve("30/stat"), "30 (a (strange) name 1 2) S 20 30 " + sessionAndTerminal + " 30 0");
    }

    private PersonAtTerminal person(Map<String, String> own, boolean ownSessions) {
        return new PersonAtTerminal(
                proc,
                own,
                List.of(30L, 20L, 1L),
                pid -> pid == 10 ? Optional.of(sessionBegan) : Optional.empty(),
                ownSessions);
    }

    private PersonAtTerminal person() {
        return person(Map.of(), true);
    }

    @Test
    void terminal_that_was_there_before_the_run_is_a_persons() {
        assertThat(person().isOlderThan(BEGAN)).isTrue();
        assertThat(person().isOfStarter()).isTrue();
        person().checkNoProgram("making a key");
    }

    @Test
    void terminal_that_is_younger_than_the_run_may_be_a_programs_own() {
        sessionBegan = BEGAN.plusSeconds(5);
        assertThat(person().isOlderThan(BEGAN)).isFalse();

        sessionBegan = BEGAN.minusSeconds(1); // systems tell the start of a process to a second or so
        assertThat(person().isOlderThan(BEGAN)).isFalse();
    }

    @Test
    void process_without_a_terminal_is_nobodys() throws IOException {
        stat("10 0");
        assertThat(person().isOlderThan(BEGAN)).isFalse();
    }

    @Test
    void program_that_comes_from_a_run_is_found_by_its_own_mark_and_by_that_of_its_parents() throws IOException {
        PersonAtTerminal marked = person(Map.of("MUSTER_RUN", "r7"), true);
        assertThat(marked.runAtWork()).isEqualTo("r7");
        assertThat(marked.isOlderThan(BEGAN)).isFalse();
        assertThat(marked.isOfStarter()).isFalse();

        process(20, "PATH=/bin MUSTER_RUN=r8");
        assertThat(person().runAtWork()).isEqualTo("r8");
        assertThatThrownBy(() -> person().checkNoProgram("making a key"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason().found())
                                .isEqualTo(
                                        "This is called by a program that works for the run r8, and making a key is a"
                                                + " person's to do."));
    }

    @Test
    void machine_on_which_this_cannot_be_seen_takes_nobody_for_a_person() throws IOException {
        assertThat(person(Map.of(), false).isOlderThan(BEGAN))
                .as("programs share Muster's own terminal")
                .isFalse();

        Files.delete(proc.resolve("30/stat"));
        assertThat(person().isOlderThan(BEGAN)).isFalse();
    }
}

package dev.muster.agent.executor.program;

import dev.muster.agent.executor.program.protocol.Printed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Starts programs in a session of their own. Without it a program that Muster starts at a terminal could write to that terminal,
 * and on some systems type at it, as if it were the person who sits there.
 */
public final class OwnSession {
    private static final String PERL =
            "use POSIX; POSIX::setsid(); exec {$ARGV[0]} @ARGV or die \"setsid: $ARGV[0]: $!\\n\"";

    /** Each does it and then becomes the program, so the process stays the same; by their paths, since a PATH can be anybody's. */
    private static final List<List<String>> WAYS = List.of(
            List.of("/usr/bin/setsid"),
            List.of("/bin/setsid"),
            List.of("/usr/local/bin/setsid"),
            List.of("/usr/bin/perl", "-e", PERL));

    private static final int CANNOT_EXECUTE = 126;

    private OwnSession() {}

    /** Whether this machine has what it takes; where it has not, a program shares Muster's terminal, if there is one. */
    public static boolean isPossible() {
        return !way().isEmpty();
    }

    static List<String> of(List<String> command) {
        List<String> whole = new ArrayList<>(way());
        whole.addAll(command);
        return whole;
    }

    private static List<String> way() {
        return WAYS.stream()
                .filter(way -> Files.isExecutable(Path.of(way.getFirst())))
                .findFirst()
                .orElse(List.of());
    }

    /** Why the program itself did not begin, in the system's words; null where it did. */
    static @Nullable String notBegun(List<String> command, int exitCode, Printed err) {
        String said = err.text().strip();
        boolean ours = exitCode >= CANNOT_EXECUTE && said.startsWith("setsid: ") && said.contains(command.getFirst());
        return ours && said.lines().count() == 1 ? said.substring("setsid: ".length()) : null;
    }
}

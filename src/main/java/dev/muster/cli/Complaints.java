package dev.muster.cli;

import dev.muster.app.Refusal;
import dev.muster.source.Nearest;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The one place that tells a person at the terminal what went wrong. */
final class Complaints {
    private Complaints() {}

    static int usage(ParameterException e, String[] args) {
        CommandLine commandLine = e.getCommandLine();
        PrintWriter err = commandLine.getErr();
        err.println("muster: " + message(e, commandLine));
        err.println("`" + commandLine.getCommandSpec().qualifiedName() + " --help` says what there is.");
        err.flush();
        return ExitCode.USAGE;
    }

    static int failure(Exception e, CommandLine commandLine, ParseResult parsed) {
        if (e instanceof ParameterException usage) {
            return usage(usage, new String[0]);
        }
        PrintWriter err = commandLine.getErr();
        int exitCode = e instanceof Refusal refusal ? refused(refusal, err) : broken(e, err);
        err.flush();
        return exitCode;
    }

    private static int refused(Refusal refusal, PrintWriter err) {
        if (refusal instanceof Refusal.BrokenPolicy broken) {
            broken.faults().forEach(err::println);
        }
        err.println("muster: " + refusal.found());
        err.println(refusal.advice());
        return ExitCode.of(refusal);
    }

    private static int broken(Exception e, PrintWriter err) {
        err.println("muster: this should not happen; please report it with what you did.");
        e.printStackTrace(err);
        return ExitCode.FAILED;
    }

    private static String message(ParameterException e, CommandLine commandLine) {
        if (!(e instanceof UnmatchedArgumentException unmatched)) {
            return String.valueOf(e.getMessage());
        }
        String word = unmatched.getUnmatched().getFirst();
        boolean option = word.startsWith("-");
        String kind = option ? "option" : commandLine.getParent() == null ? "verb" : "argument";
        return "There is no %s \"%s\".%s".formatted(kind, word, Nearest.hint(word, candidates(commandLine, option)));
    }

    private static List<String> candidates(CommandLine commandLine, boolean option) {
        if (!option) {
            return List.copyOf(commandLine.getSubcommands().keySet());
        }
        List<String> names = new ArrayList<>();
        commandLine.getCommandSpec().options().forEach(known -> names.addAll(List.of(known.names())));
        return names;
    }
}

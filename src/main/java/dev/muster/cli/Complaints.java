package dev.muster.cli;

import dev.muster.app.refusal.Reason;
import dev.muster.app.refusal.Refusal;
import dev.muster.app.refusal.ServerReason;
import dev.muster.cli.terminal.ExitCode;
import dev.muster.source.Nearest;
import io.quarkus.runtime.QuarkusBindException;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The one place that tells a person at the terminal what went wrong. */
public final class Complaints {
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
        int exitCode = e instanceof Refusal refusal ? refused(refusal.reason(), err) : broken(e, err);
        err.flush();
        return exitCode;
    }

    /** What kept the program from starting; it is at the bottom of the framework's own words. */
    static int start(Throwable e, PrintWriter err) {
        int exitCode = switch (root(e)) {
            case Refusal refusal -> refused(refusal.reason(), err);
            case QuarkusBindException refused -> refused(reason(refused), err);
            case UnknownHostException unknown ->
                refused(
                        new ServerReason.NotOurAddress(
                                String.valueOf(unknown.getMessage()).replaceFirst(":.*", "")),
                        err);
            case Throwable other -> broken(other, err);
        };
        err.flush();
        return exitCode;
    }

    private static Reason reason(QuarkusBindException refused) {
        return isOurs(refused.getHost())
                ? new ServerReason.PortTaken(refused.getPort())
                : new ServerReason.NotOurAddress(refused.getHost());
    }

    private static boolean isOurs(String host) {
        try {
            InetAddress address = InetAddress.getByName(host);
            return address.isAnyLocalAddress() || NetworkInterface.getByInetAddress(address) != null;
        } catch (IOException _) {
            return false;
        }
    }

    private static Throwable root(Throwable e) {
        Throwable cause = e.getCause();
        return e instanceof Refusal || cause == null ? e : root(cause);
    }

    public static int refused(Reason reason, PrintWriter err) {
        reason.details().forEach(err::println);
        err.println("muster: " + reason.found());
        err.println(reason.advice());
        err.flush();
        return ExitCode.of(reason);
    }

    private static int broken(Throwable e, PrintWriter err) {
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
        String kind = option ? "option" : commandLine.getSubcommands().isEmpty() ? "argument" : "verb";
        return "There is no %s \"%s\".%s".formatted(kind, word, Nearest.hint(word, candidates(commandLine, option)));
    }

    private static List<String> candidates(CommandLine commandLine, boolean option) {
        if (!option) {
            return commandLine.getParent() == null
                    ? Commands.names()
                    : List.copyOf(commandLine.getSubcommands().keySet());
        }
        List<String> names = new ArrayList<>();
        commandLine.getCommandSpec().options().forEach(known -> names.addAll(List.of(known.names())));
        return names;
    }
}

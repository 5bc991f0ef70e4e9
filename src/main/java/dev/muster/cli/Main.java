package dev.muster.cli;

import dev.muster.app.refusal.ServerReason;
import dev.muster.app.refusal.SettingFault;
import dev.muster.app.settings.SettingsCheck;
import dev.muster.cli.terminal.ExitCode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/**
 * Where the program starts. Arguments are read before anything else is: help and mistakes cost no start of the framework, and
 * flags become configuration that it starts with.
 */
@QuarkusMain
public final class Main {
    private static final int STARTED = -1;

    private Main() {}

    public static void main(String... args) {
        Invocation invocation = Invocation.of(args);
        int exitCode = invocation.execute(parsed -> start(parsed, invocation));
        if (exitCode != STARTED) {
            System.exit(exitCode);
        }
    }

    private static int start(ParseResult parsed, Invocation invocation) {
        if (CommandLine.printHelpIfRequested(parsed)) {
            return ExitCode.DONE;
        }
        MusterCommand muster = (MusterCommand) parsed.commandSpec().userObject();
        if (!parsed.hasSubcommand()) {
            muster.run();
        }
        String verb = parsed.subcommand().commandSpec().name();
        if (List.of("help", "health").contains(verb)) {
            return new CommandLine.RunLast().execute(parsed);
        }
        muster.global().properties().forEach(System::setProperty);
        boolean serves = "serve".equals(verb);
        System.setProperty("quarkus.http.host-enabled", Boolean.toString(serves));
        PrintWriter err = parsed.commandSpec().commandLine().getErr();
        List<SettingFault> faults = SettingsCheck.faults(said(), System.getenv(), serves);
        if (!faults.isEmpty()) {
            return Complaints.refused(new ServerReason.WrongSettings(faults), err);
        }
        if (!serves) {
            OpenApiConstants.classLoader = new NoResources();
        }
        invocation.awaitStart();
        Quarkus.run(MusterApplication.class, (code, failure) -> end(code, failure, err), invocation.arguments());
        return STARTED;
    }

    /** Flags, and whatever else was said in place of a variable. */
    private static Map<String, String> said() {
        return System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("muster."))
                .collect(Collectors.toMap(name -> name, System::getProperty));
    }

    /** Where the description of the API is not found, which takes longer to read than most commands to be carried out. */
    private static final class NoResources extends ClassLoader {
        @Override
        public @Nullable InputStream getResourceAsStream(String name) {
            return null;
        }
    }

    private static void end(Integer exitCode, @Nullable Throwable failure, PrintWriter err) {
        System.exit(failure == null ? exitCode : Complaints.start(failure, err));
    }
}

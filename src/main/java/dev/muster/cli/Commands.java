package dev.muster.cli;

import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;

/** The command line with all its verbs. */
final class Commands {
    private Commands() {}

    static CommandLine line(Supplier<Services> services, OutputStream out, OutputStream err) {
        MusterCommand muster = new MusterCommand();
        return new CommandLine(muster)
                .addSubcommand(new PlanCommand(services))
                .addSubcommand(new ShowCommand(services))
                .addSubcommand(new PlansCommand(services))
                .addSubcommand(new AnswerCommand(services))
                .addSubcommand(new RunCommand(services))
                .addSubcommand(new ResumeCommand(services))
                .addSubcommand(new RunsCommand(services))
                .addSubcommand(new ReportCommand(services))
                .addSubcommand(new InboxCommand(services))
                .addSubcommand(new ApproveCommand(services))
                .addSubcommand(new OverrideCommand(services))
                .addSubcommand(new CancelCommand(services))
                .addSubcommand(new CommandLine(new AuditCommand()).addSubcommand(new AuditVerifyCommand(services)))
                .addSubcommand(agents(services))
                .addSubcommand(policy(services))
                .addSubcommand(new ServeCommand(services))
                .addSubcommand(keys(services))
                .addSubcommand(new BackupCommand(services))
                .addSubcommand(new RestoreCommand(services))
                .addSubcommand(new HealthCommand(muster.global(), System.getenv()))
                .addSubcommand(new HelpCommand())
                .setUsageHelpWidth(110)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(utf8(out))
                .setErr(utf8(err))
                .setParameterExceptionHandler(Complaints::usage)
                .setExecutionExceptionHandler(Complaints::failure);
    }

    private static CommandLine agents(Supplier<Services> services) {
        return new CommandLine(new AgentsCommand(services)).addSubcommand(new AgentsCheckCommand(services));
    }

    private static CommandLine keys(Supplier<Services> services) {
        return new CommandLine(new KeysCommand())
                .addSubcommand(new KeysNewCommand(services))
                .addSubcommand(new KeysListCommand(services))
                .addSubcommand(new KeysRevokeCommand(services));
    }

    private static CommandLine policy(Supplier<Services> services) {
        return new CommandLine(new PolicyCommand())
                .addSubcommand(new PolicyCheckCommand(services))
                .addSubcommand(new PolicyTestCommand(services))
                .addSubcommand(new PolicyVocabularyCommand())
                .addSubcommand(new PolicyWhyCommand(services))
                .addSubcommand(new PolicyListCommand(services))
                .addSubcommand(new PolicyVersionsCommand(services))
                .addSubcommand(new PolicyRollbackCommand(services))
                .addSubcommand(new PolicyImpactCommand(services))
                .addSubcommand(new PolicyNewCommand(services))
                .addSubcommand(new PolicyDocCommand(services));
    }

    /** UTF-8 whatever the terminal's locale: a result is the same bytes everywhere. */
    private static PrintWriter utf8(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), false);
    }
}

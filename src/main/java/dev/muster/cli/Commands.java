package dev.muster.cli;

import dev.muster.cli.admin.BackupCommand;
import dev.muster.cli.admin.HealthCommand;
import dev.muster.cli.admin.KeysCommand;
import dev.muster.cli.admin.KeysListCommand;
import dev.muster.cli.admin.KeysNewCommand;
import dev.muster.cli.admin.KeysRevokeCommand;
import dev.muster.cli.admin.RestoreCommand;
import dev.muster.cli.admin.ServeCommand;
import dev.muster.cli.plan.AnswerCommand;
import dev.muster.cli.plan.PlanCommand;
import dev.muster.cli.plan.PlansCommand;
import dev.muster.cli.plan.ShowCommand;
import dev.muster.cli.policy.AgentsCheckCommand;
import dev.muster.cli.policy.AgentsCommand;
import dev.muster.cli.policy.PolicyCheckCommand;
import dev.muster.cli.policy.PolicyCommand;
import dev.muster.cli.policy.PolicyDocCommand;
import dev.muster.cli.policy.PolicyImpactCommand;
import dev.muster.cli.policy.PolicyListCommand;
import dev.muster.cli.policy.PolicyNewCommand;
import dev.muster.cli.policy.PolicyRollbackCommand;
import dev.muster.cli.policy.PolicyTestCommand;
import dev.muster.cli.policy.PolicyVersionsCommand;
import dev.muster.cli.policy.PolicyVocabularyCommand;
import dev.muster.cli.policy.PolicyWhyCommand;
import dev.muster.cli.run.ApproveCommand;
import dev.muster.cli.run.AuditCommand;
import dev.muster.cli.run.AuditVerifyCommand;
import dev.muster.cli.run.CancelCommand;
import dev.muster.cli.run.InboxCommand;
import dev.muster.cli.run.OverrideCommand;
import dev.muster.cli.run.ReportCommand;
import dev.muster.cli.run.ResumeCommand;
import dev.muster.cli.run.RunCommand;
import dev.muster.cli.run.RunsCommand;
import dev.muster.cli.services.Services;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;

/** The command line with its verbs. */
final class Commands {
    private static final String HELP = "help";

    /** In the order in which help lists them. */
    private static final Map<String, Verb> VERBS = verbs();

    private Commands() {}

    /** Makes the command of a verb, or the command line of one that has verbs of its own. */
    private interface Verb {
        Object command(Supplier<Services> services, MusterCommand muster);
    }

    /**
     * A command line that understands these arguments: with the verbs that they name, as each takes its time to be made; with
     * all of them where none is named, or help is wanted.
     */
    static CommandLine line(List<String> arguments, Supplier<Services> services, OutputStream out, OutputStream err) {
        MusterCommand muster = new MusterCommand();
        CommandLine line = new CommandLine(muster);
        boolean all = arguments.contains(HELP) || arguments.stream().noneMatch(VERBS::containsKey);
        VERBS.forEach((name, verb) -> {
            if (all || arguments.contains(name)) {
                line.addSubcommand(name, verb.command(services, muster));
            }
        });
        return line.setUsageHelpWidth(110)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setAllowSubcommandsAsOptionParameters(true) // "--agents agents" names a folder
                .setOut(utf8(out))
                .setErr(utf8(err))
                .setParameterExceptionHandler(Complaints::usage)
                .setExecutionExceptionHandler(Complaints::failure);
    }

    /** The names of all verbs. */
    static List<String> names() {
        return List.copyOf(VERBS.keySet());
    }

    private static Map<String, Verb> verbs() {
        Map<String, Verb> verbs = new LinkedHashMap<>();
        verbs.put("plan", (services, _) -> new PlanCommand(services));
        verbs.put("show", (services, _) -> new ShowCommand(services));
        verbs.put("plans", (services, _) -> new PlansCommand(services));
        verbs.put("answer", (services, _) -> new AnswerCommand(services));
        verbs.put("run", (services, _) -> new RunCommand(services));
        verbs.put("resume", (services, _) -> new ResumeCommand(services));
        verbs.put("runs", (services, _) -> new RunsCommand(services));
        verbs.put("report", (services, _) -> new ReportCommand(services));
        verbs.put("inbox", (services, _) -> new InboxCommand(services));
        verbs.put("approve", (services, _) -> new ApproveCommand(services));
        verbs.put("override", (services, _) -> new OverrideCommand(services));
        verbs.put("cancel", (services, _) -> new CancelCommand(services));
        verbs.put(
                "audit",
                (services, _) -> new CommandLine(new AuditCommand()).addSubcommand(new AuditVerifyCommand(services)));
        verbs.put("agents", (services, _) -> agents(services));
        verbs.put("policy", (services, _) -> policy(services));
        verbs.put("serve", (services, _) -> new ServeCommand(services));
        verbs.put("keys", (services, _) -> keys(services));
        verbs.put("backup", (services, _) -> new BackupCommand(services));
        verbs.put("restore", (services, _) -> new RestoreCommand(services));
        verbs.put("health", (_, muster) -> new HealthCommand(muster.global(), System.getenv()));
        verbs.put(HELP, (_, _) -> new HelpCommand());
        return Collections.unmodifiableMap(verbs);
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

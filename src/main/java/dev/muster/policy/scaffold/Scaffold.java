package dev.muster.policy.scaffold;

import dev.muster.fact.Agent;
import dev.muster.plan.Plan;
import dev.muster.plan.TaskContext;
import dev.muster.plan.settling.Settling;
import dev.muster.policy.Pack;
import dev.muster.policy.Planner;
import dev.muster.policy.drl.RuleInfo;
import dev.muster.reading.matching.SignalDefinition;
import dev.muster.source.EnumWord;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The files that something new begins with. What is written runs, passes the check, and has a case that goes red without it.
 *
 * @param pack what it is written for
 * @param name as the author gives it: a rule's sentence, a table's or signal's name
 */
public record Scaffold(Pack pack, String name) {
    /** What can be begun in a pack. */
    public enum Kind {
        RULE,
        CASE,
        SIGNAL,
        TABLE,
        AGENT
    }

    /** Something of that name is there already, or it is no name. */
    public static final class NotPossibleException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public NotPossibleException(String message) {
            super(message);
        }
    }

    /**
     * The files.
     *
     * @throws NotPossibleException where the name is taken or is none
     */
    public List<NewFile> files(Kind kind) {
        List<NewFile> files = switch (kind) {
            case RULE -> rule();
            case CASE -> List.of(aCase());
            case SIGNAL -> signal();
            case TABLE -> table();
            case AGENT -> agent();
        };
        files.stream()
                .filter(file -> !file.agents() && !file.appended())
                .filter(file -> pack.files().has(pack.name() + "/" + file.path()))
                .findFirst()
                .ifPresent(file -> {
                    throw new NotPossibleException(
                            "The file " + file.path() + " is there already; choose another name or edit it.");
                });
        return files;
    }

    /** {@code "A refund needs care"} as a file's name: {@code a-refund-needs-care}. */
    static String slug(String name) {
        String slug = name.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        if (slug.isEmpty()) {
            throw new NotPossibleException("\"" + name + "\" is no name: it needs a letter or a digit.");
        }
        return slug.length() <= 60 ? slug : slug.substring(0, 60).replaceAll("-$", "");
    }

    /** A name that rules, tables and files share. */
    private String word() {
        if (!name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}_-]*")) {
            throw new NotPossibleException(
                    "\"" + name + "\" is no name: write letters, digits and dashes, as in file-upload.");
        }
        return name;
    }

    private List<NewFile> rule() {
        String sentence = sentence(name);
        String risk = "Say what may go wrong: " + sentence.replace("\"", "") + ".";
        return List.of(
                NewFile.rules(slug(name) + ".drl", """
                        package %s

                        rule "%s"
                        @because("say in words for the plan's reader why")
                        when
                          %s
                        then
                          insertLogical( new Risk( "%s", Severity.LOW ) );
                        end
                        """.formatted(pack.name(), sentence, condition(), risk)),
                NewFile.rules(slug(name) + ".cases.yaml", """
                        - name: %s
                          %s
                          then: {risks: [%s]}
                        """.formatted(
                                yaml("the rule fires: " + sentence), given(), yaml(risk))));
    }

    private String sentence(String words) {
        String sentence = words.strip();
        if (sentence.isEmpty() || sentence.contains("\"") || sentence.contains("\\") || sentence.contains("\n")) {
            throw new NotPossibleException(
                    "A rule's name is a sentence without quotes, as in \"A refund needs care\".");
        }
        for (RuleInfo rule : pack.rules().rules()) {
            if (rule.name().equals(sentence)) {
                throw new NotPossibleException(
                        "A rule has that name already (" + rule.file() + ":" + rule.line() + ").");
            }
        }
        return sentence;
    }

    /** What is there for many tasks: the first signal, else the task itself. */
    private String condition() {
        SignalDefinition signal = firstSignal();
        return signal == null ? "Task()" : "Signal( name == \"" + signal.name() + "\" )";
    }

    private String given() {
        SignalDefinition signal = firstSignal();
        return signal == null
                ? "task: Say here what a person would submit"
                : "facts: [{Signal: {name: " + yaml(signal.name()) + "}}]";
    }

    private @Nullable SignalDefinition firstSignal() {
        return pack.signals().definitions().stream().findFirst().orElse(null);
    }

    private NewFile aCase() {
        Plan.PlannedTask task = new Plan.PlannedTask(
                null, "Say here what a person would submit", "and here the rest", TaskContext.NONE);
        Plan.PackRef ref = new Plan.PackRef(pack.name(), pack.version(), List.of());
        Plan plan = Planner.plan(pack, new Settling.Stamp("new", 1, Instant.EPOCH, ref, task));
        return NewFile.rules(slug(name) + ".cases.yaml", """
                - name: %s
                  task:
                    title: %s
                    description: %s
                  # What the plan must have. `not:` says what it must not have; docs/rules.md lists what there is to look at.
                  then: {status: %s, estimate: %s}
                """.formatted(
                        yaml(name.strip()),
                        task.title(),
                        task.description(),
                        EnumWord.of(plan.status()),
                        plan.estimate().complexity()));
    }

    private List<NewFile> signal() {
        String signal = word();
        if (pack.signals().definitions().stream().anyMatch(one -> one.name().equals(signal))) {
            throw new NotPossibleException("A signal has the name " + signal + " already.");
        }
        String sentence = "The text is about " + signal;
        return List.of(
                new NewFile(
                        false,
                        "signals.yaml",
                        """
                        - name: %s
                          kind: topic
                          any: [%s]
                        """.formatted(yaml(signal), yaml("\"" + signal.replaceAll("[_-]+", " ") + "\"")),
                        true),
                NewFile.rules(
                        slug(signal) + ".drl", """
                        package %s

                        rule "%s"
                        @because("the task is about %s")
                        when
                          Signal( name == "%s" )
                        then
                          insertLogical( new Conclusion( "topic", "%s" ) );
                        end
                        """.formatted(pack.name(), sentence(sentence), signal, signal, signal)),
                NewFile.rules(slug(signal) + ".cases.yaml", """
                        - name: %s
                          task: %s
                          then: {proposals: [{Conclusion: {kind: topic, name: %s}}]}
                        """.formatted(
                                yaml("words for " + signal + " are found"),
                                yaml("Do something about the " + signal.replaceAll("[_-]+", " ")),
                                yaml(signal))));
    }

    private List<NewFile> table() {
        String table = word();
        if (pack.tables().stream().anyMatch(one -> one.name().equals(table))) {
            throw new NotPossibleException("A table has the name " + table + " already.");
        }
        SignalDefinition first = firstSignal();
        String key = first == null ? "any" : first.name();
        String join = first == null
                ? "Task()\n  $row : Row( table == \"%s\" )".formatted(table)
                : "Signal( $name : name )\n  $row : Row( table == \"%s\", cell(\"signal\") == $name )".formatted(table);
        String risk = "Say what may go wrong (" + table + ".csv).";
        return List.of(
                NewFile.rules(table + ".csv", "signal,risk\n" + key + "," + risk + "\n"),
                NewFile.rules(slug(table) + ".drl", """
                        package %s

                        rule "%s"
                        @because("the table %s has a row for this")
                        when
                          %s
                        then
                          insertLogical( new Risk( $row.cell("risk"), Severity.LOW ) );
                        end
                        """.formatted(
                                pack.name(), sentence("The table " + table + " says what may go wrong"), table, join)),
                NewFile.rules(slug(table) + ".cases.yaml", """
                        - name: %s
                          %s
                          then: {risks: [%s]}
                        """.formatted(
                                yaml("a row of " + table + " is used"), given(), yaml(risk))));
    }

    private List<NewFile> agent() {
        String agent = word();
        if (pack.agents().facts().stream().map(Agent::name).anyMatch(agent::equals)) {
            throw new NotPossibleException("An agent has the name " + agent + " already.");
        }
        return List.of(
                new NewFile(true, agent + ".md", """
                        ---
                        name: %s
                        description: Say in a sentence or two when to use this agent, and for what not.
                        tools: Read, Grep, Glob, Edit, Write
                        ---
                        You are … Say what this agent knows, how it works, what it hands in, and when it stops and asks.
                        """.formatted(agent), false),
                NewFile.rules(slug(agent) + ".drl", """
                        package %s

                        rule "%s"
                        @because("say in words for the plan's reader why")
                        when
                          %s
                        then
                          insertLogical( new UseAgent( "%s", Role.SUPPORTING, "help" ) );
                        end
                        """.formatted(
                                pack.name(), sentence(agent + " takes part"), condition(), agent)),
                NewFile.rules(
                        slug(agent) + ".cases.yaml", """
                        - name: %s
                          %s
                          then: {supporting: [%s]}
                        """.formatted(yaml(agent + " takes part"), given(), yaml(agent))));
    }

    /** A text in single quotes, as YAML takes any text. */
    static String yaml(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}

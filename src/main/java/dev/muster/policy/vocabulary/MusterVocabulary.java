package dev.muster.policy.vocabulary;

import static dev.muster.policy.drl.Parameter.param;

import dev.muster.fact.Agent;
import dev.muster.fact.Answer;
import dev.muster.fact.Category;
import dev.muster.fact.Conclusion;
import dev.muster.fact.Evidence;
import dev.muster.fact.Given;
import dev.muster.fact.Mention;
import dev.muster.fact.Module;
import dev.muster.fact.Pattern;
import dev.muster.fact.Requirement;
import dev.muster.fact.Row;
import dev.muster.fact.Scope;
import dev.muster.fact.Sentence;
import dev.muster.fact.Signal;
import dev.muster.fact.SpeaksFor;
import dev.muster.fact.Task;
import dev.muster.fact.TaskType;
import dev.muster.fact.Trigger;
import dev.muster.plan.Severity;
import dev.muster.policy.drl.Parameter;
import dev.muster.policy.drl.TypeBuilder;
import dev.muster.policy.drl.ValueType;
import dev.muster.policy.drl.Vocabulary;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What Muster's rules can see and say. */
public final class MusterVocabulary {
    /** The one vocabulary; it is immutable and made once. */
    public static final Vocabulary INSTANCE = build();

    private MusterVocabulary() {}

    private static Vocabulary build() {
        Vocabulary.Builder vocabulary = Vocabulary.builder();
        vocabulary
                .type(Task.class, "What a person submitted, in their own words.", MusterVocabulary::task)
                .type(
                        Signal.class,
                        "Something that the text asks about, as signals.yaml describes it.",
                        MusterVocabulary::signal)
                .type(
                        Mention.class,
                        "A signal that the text only mentions: denied, quoted, in a log.",
                        MusterVocabulary::mention)
                .type(
                        Sentence.class,
                        "A sentence, list item or title in the task's own words.",
                        MusterVocabulary::sentence)
                .type(Evidence.class, "Words of the task's text that show something.", MusterVocabulary::evidence)
                .type(Row.class, "A row of one of the pack's tables.", MusterVocabulary::row)
                .type(Agent.class, "An agent that the pack can put to work.", MusterVocabulary::agent)
                .type(Module.class, "A part of the code base that pack.yaml names.", MusterVocabulary::module)
                .type(
                        Given.class,
                        "Something that was given beside the text: a module, a file, a constraint, or what is in the workspace.",
                        t -> pair(
                                t,
                                "kind",
                                Given::kind,
                                "module, file or constraint; found-file or dependency where a workspace was looked at",
                                "text",
                                Given::text,
                                "its name or words",
                                Given::new))
                .type(
                        Answer.class,
                        "What a person answered to a question of the plan.",
                        t -> pair(
                                t,
                                "question",
                                Answer::question,
                                "the question's id",
                                "text",
                                Answer::text,
                                "the answer",
                                Answer::new))
                .type(
                        TaskType.class,
                        "A kind of work that the task asks for.",
                        t -> named(t, TaskType::name, TaskType::new))
                .type(Category.class, "A layer that the work touches.", t -> named(t, Category::name, Category::new))
                .type(
                        Pattern.class,
                        "The order of work that fits the task; a plan has one.",
                        t -> named(t, Pattern::name, Pattern::new))
                .type(
                        Scope.class,
                        "single-concern or multi-concern; a plan has one.",
                        t -> named(t, Scope::name, Scope::new))
                .type(
                        Trigger.class,
                        "A reason to have the work looked at by somebody who knows that field.",
                        t -> pair(
                                t,
                                "kind",
                                Trigger::kind,
                                "the kind of review it calls for, such as security",
                                "name",
                                Trigger::name,
                                "what triggers it, such as file-transfer",
                                Trigger::new))
                .type(
                        Requirement.class,
                        "Something that the result has to meet.",
                        t -> pair(
                                t,
                                "kind",
                                Requirement::kind,
                                "functional, non-functional, constraint or affected",
                                "text",
                                Requirement::text,
                                "in words",
                                Requirement::new))
                .type(
                        Conclusion.class,
                        "A conclusion of the pack's own that other rules build on.",
                        t -> pair(
                                t,
                                "kind",
                                Conclusion::kind,
                                "the pack's own kind",
                                "name",
                                Conclusion::name,
                                "what was concluded",
                                Conclusion::new));
        vocabulary.type(
                SpeaksFor.class,
                "Something speaks for planning a task by a pack; only in routing.drl.",
                MusterVocabulary::speaksFor);
        vocabulary.function(
                "severity",
                ValueType.of(Severity.class),
                List.of(param("word", String.class)),
                a -> Severity.valueOf(a.<String>get(0).toUpperCase(Locale.ROOT)),
                "the severity that a table names: low, medium or high");
        ProposalVocabulary.addTo(vocabulary);
        return vocabulary.build();
    }

    private static TypeBuilder<SpeaksFor> speaksFor(TypeBuilder<SpeaksFor> type) {
        return type.property("pack", String.class, SpeaksFor::pack, "the pack's name")
                .property("what", String.class, SpeaksFor::what, "what speaks for it, such as a row's name")
                .property("points", double.class, SpeaksFor::points, "how much it counts")
                .constructor(
                        List.of(
                                param("pack", String.class),
                                param("what", String.class),
                                param("points", double.class)),
                        a -> new SpeaksFor(a.get(0), a.get(1), a.get(2)),
                        "for which pack, what, and how much it counts");
    }

    private static TypeBuilder<Task> task(TypeBuilder<Task> type) {
        return type.property("title", String.class, Task::title, "one line, empty where none was given")
                .property("description", String.class, Task::description, "the rest, empty where the title says it all")
                .property("words", int.class, Task::words, "how many words title and description have")
                .property("descriptionWords", int.class, Task::descriptionWords, "how many words the description has");
    }

    private static TypeBuilder<Signal> signal(TypeBuilder<Signal> type) {
        return type.property("kind", String.class, Signal::kind, "the pack's own kind: topic, action, …")
                .property("name", String.class, Signal::name, "its name in signals.yaml")
                .property(
                        "weight",
                        double.class,
                        Signal::weight,
                        "how much it counts; 1 unless signals.yaml says otherwise")
                .property(
                        "inTitle",
                        boolean.class,
                        Signal::inTitle,
                        "whether the title shows it, or the first sentence where no title was given")
                .property("count", int.class, Signal::count, "how often the text shows it")
                .property("evidence", ValueType.listOf(Evidence.class), Signal::evidence, "the words that show it");
    }

    private static TypeBuilder<Mention> mention(TypeBuilder<Mention> type) {
        return type.property("kind", String.class, Mention::kind, "the signal's kind")
                .property("name", String.class, Mention::name, "the signal's name")
                .property(
                        "how",
                        String.class,
                        Mention::how,
                        "why it is no request: negated, code, stack-trace, log, quote, versions, …")
                .property("evidence", ValueType.listOf(Evidence.class), Mention::evidence, "the words that mention it");
    }

    private static TypeBuilder<Sentence> sentence(TypeBuilder<Sentence> type) {
        return type.property("text", String.class, Sentence::text, "the sentence, white space folded")
                .property("mood", String.class, Sentence::mood, "request, constraint, question or statement")
                .property("evidence", Evidence.class, Sentence::evidence, "where it stands");
    }

    private static TypeBuilder<Evidence> evidence(TypeBuilder<Evidence> type) {
        return type.property("text", String.class, Evidence::text, "the words")
                .property("start", int.class, Evidence::start, "where they begin in their field")
                .property("end", int.class, Evidence::end, "where they end in their field")
                .property("in", String.class, Evidence::in, "the field: title or description");
    }

    private static TypeBuilder<Row> row(TypeBuilder<Row> type) {
        List<Parameter> column = List.of(param("column", String.class));
        return type.property("table", String.class, Row::table, "the table's name: its file's name without .csv")
                .property("file", String.class, Row::file, "the file")
                .property("line", int.class, Row::line, "the row's line in the file")
                .property("cells", ValueType.mapOf(String.class), Row::cells, "all cells, by column")
                .method(
                        "cell",
                        String.class,
                        column,
                        (r, a) -> r.cell(a.get(0)),
                        "the text of a cell, empty where there is none")
                .method(
                        "number",
                        double.class,
                        column,
                        (r, a) -> r.number(a.get(0)),
                        "the number in a cell; the rule fails where it holds none")
                .method(
                        "values",
                        ValueType.listOf(String.class),
                        column,
                        (r, a) -> r.values(a.get(0)),
                        "the values of a cell that holds several, parted by ;");
    }

    private static TypeBuilder<Agent> agent(TypeBuilder<Agent> type) {
        return type.property("name", String.class, Agent::name, "its name")
                .property("description", String.class, Agent::description, "when to use it")
                .property(
                        "tools",
                        ValueType.listOf(String.class),
                        Agent::tools,
                        "what it may use; empty means everything")
                .property("file", String.class, Agent::file, "where it is defined");
    }

    private static TypeBuilder<Module> module(TypeBuilder<Module> type) {
        return type.property("name", String.class, Module::name, "its name")
                .property("path", String.class, Module::path, "its folder in the repository")
                .property("purpose", String.class, Module::purpose, "what it is for");
    }

    private static <T> TypeBuilder<T> named(
            TypeBuilder<T> type, Function<T, String> name, Function<String, T> constructor) {
        return type.property("name", String.class, name, "its name")
                .constructor(List.of(param("name", String.class)), a -> constructor.apply(a.get(0)), "by name");
    }

    private static <T> TypeBuilder<T> pair(
            TypeBuilder<T> type,
            String first,
            Function<T, String> firstGetter,
            String firstDoc,
            String second,
            Function<T, String> secondGetter,
            String secondDoc,
            java.util.function.BiFunction<String, String, T> constructor) {
        return type.property(first, String.class, firstGetter, firstDoc)
                .property(second, String.class, secondGetter, secondDoc)
                .constructor(
                        List.of(param(first, String.class), param(second, String.class)),
                        a -> constructor.apply(a.get(0), a.get(1)),
                        "by " + first + " and " + second);
    }
}

package dev.muster.cli.policy;

import dev.muster.app.json.Json;
import dev.muster.cli.terminal.ExitCode;
import dev.muster.cli.terminal.ListFormat;
import dev.muster.policy.vocabulary.VocabularyDescription;
import dev.muster.policy.vocabulary.VocabularyDescription.Type;
import dev.muster.policy.vocabulary.VocabularyDescription.Word;
import dev.muster.source.Nearest;
import jakarta.enterprise.inject.Vetoed;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muster policy vocabulary}. */
@Vetoed // made by hand in Commands, before anything is wired
@Command(
        name = "vocabulary",
        header = "List all that a rule can touch: facts, proposals, their properties, and functions.",
        footerHeading = "%nExamples:%n",
        footer = {"  muster policy vocabulary Trigger", "  muster policy vocabulary --format json"})
public final class PolicyVocabularyCommand implements Callable<Integer> {
    @Parameters(paramLabel = "TYPE", arity = "0..1", description = "Only this type.")
    private @Nullable String name;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json.")
    private ListFormat format = ListFormat.TEXT;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        VocabularyDescription chosen = chosen(VocabularyDescription.ofMuster());
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case JSON -> out.println(Json.pretty(chosen));
            case TEXT -> text(chosen, out);
        }
        out.flush();
        return ExitCode.DONE;
    }

    private VocabularyDescription chosen(VocabularyDescription all) {
        String wanted = name;
        if (wanted == null) {
            return all;
        }
        List<Type> types =
                all.types().stream().filter(type -> type.name().equals(wanted)).toList();
        if (types.isEmpty()) {
            List<String> names = all.types().stream().map(Type::name).toList();
            throw new ParameterException(
                    spec.commandLine(), "There is no type \"" + wanted + "\"." + Nearest.hint(wanted, names));
        }
        return new VocabularyDescription(types, List.of());
    }

    private static void text(VocabularyDescription vocabulary, PrintWriter out) {
        for (Type type : vocabulary.types()) {
            out.println(type.name() + ": " + type.meaning());
            words(type.constructors(), false, out);
            words(type.properties(), true, out);
            words(type.methods(), true, out);
            type.constants().forEach(constant -> out.println("  " + type.name() + "." + constant));
            out.println();
        }
        if (!vocabulary.functions().isEmpty()) {
            out.println("Functions");
            words(vocabulary.functions(), true, out);
        }
    }

    private static void words(List<Word> words, boolean typed, PrintWriter out) {
        words.forEach(word ->
                out.println("  " + word.name() + (typed ? " (" + word.type() + ")" : "") + ": " + word.meaning()));
    }
}

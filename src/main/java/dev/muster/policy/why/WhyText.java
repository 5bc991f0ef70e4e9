package dev.muster.policy.why;

import dev.muster.fact.Evidence;
import dev.muster.policy.why.Why.Answer;
import dev.muster.policy.why.Why.Attempted;
import dev.muster.policy.why.Why.Enough;
import dev.muster.policy.why.Why.Missing;
import dev.muster.policy.why.Why.Needed;
import dev.muster.policy.why.Why.Option;
import dev.muster.policy.why.Why.Said;
import dev.muster.policy.why.Why.SignalWords;
import dev.muster.policy.why.Why.Support;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** An answer in sentences, for people at a terminal. */
public final class WhyText {
    private static final String STEP = "  ";
    private static final int FEW_WORDS = 12;

    private final StringBuilder text = new StringBuilder();
    private final Set<String> told = new HashSet<>();
    private final Answer answer;

    private WhyText(Answer answer) {
        this.answer = answer;
    }

    public static String of(Why why) {
        String answers =
                why.answers().stream().map(answer -> new WhyText(answer).text()).collect(Collectors.joining("\n"));
        return why.version().equals(why.planVersion())
                ? answers
                : "The plan was made by version " + why.planVersion() + " of the pack; this is what version "
                        + why.version() + " says.\n\n" + answers;
    }

    private String text() {
        line("", answer.sentence());
        answer.because().forEach(support -> support("", support));
        if (!answer.enough().isEmpty()) {
            line("", "");
            line("", "Each of these alone would have brought it in (tried by planning again):");
            answer.enough().forEach(this::enough);
        }
        attempts();
        return text.toString();
    }

    private void line(String indent, String words) {
        text.append(indent).append(words).append('\n');
    }

    private void support(String indent, Support support) {
        line(indent, "- " + support.fact() + words(support.words()));
        support.because().forEach(said -> said(indent + STEP, said));
    }

    private void said(String indent, Said said) {
        line(
                indent,
                "because " + said.text() + " — rule \"" + said.rule() + "\" (" + said.file() + ":" + said.line() + ")");
        said.from().forEach(support -> support(indent + STEP, support));
    }

    private static String words(List<Evidence> words) {
        return words.isEmpty()
                ? ""
                : ": "
                        + words.stream()
                                .map(evidence -> "\"" + evidence.text() + "\"")
                                .distinct()
                                .collect(Collectors.joining(", "));
    }

    private void enough(Enough enough) {
        line(STEP, "- " + enough.sentence());
    }

    private void attempts() {
        List<Attempted> hopeful =
                answer.rules().stream().filter(rule -> !rule.ways().isEmpty()).toList();
        if (!hopeful.isEmpty()) {
            line("", "");
            line("", "The rules that could have concluded it, and the conditions that failed:");
            hopeful.forEach(rule -> attempted("", rule));
        }
        List<String> others = answer.rules().stream()
                .filter(rule -> rule.ways().isEmpty())
                .map(rule -> "\"" + rule.rule() + "\" (" + rule.file() + ":" + rule.line() + ")")
                .distinct()
                .toList();
        if (!others.isEmpty()) {
            line("", "These rules only build on it where it is there already: " + String.join(", ", others) + ".");
        }
    }

    private void attempted(String indent, Attempted rule) {
        line(indent, "- rule \"" + rule.rule() + "\" (" + rule.file() + ":" + rule.line() + ")");
        boolean several = rule.ways().size() > 1;
        for (Option way : rule.ways()) {
            missing(indent + STEP + STEP, several, way);
        }
    }

    /** Where a row would have to be added as well, nobody wants to read which words it takes. */
    private void missing(String indent, boolean several, Option way) {
        boolean hopeful =
                way.missing().stream().noneMatch(missing -> missing.condition().contains("Row("));
        for (int i = 0; i < way.missing().size(); i++) {
            String mark = i > 0 ? "and: " : several ? "or: " : "";
            missing(indent, mark, hopeful, way.missing().get(i));
        }
    }

    private void missing(String indent, String mark, boolean hopeful, Missing missing) {
        line(indent, mark + missing.condition() + " (line " + missing.line() + ")");
        line(indent + STEP, missing.sentence());
        missing.words().forEach(words -> signal(indent + STEP, words));
        String fact = missing.fact();
        answer.facts().stream()
                .filter(needed -> hopeful && needed.fact().equals(fact))
                .forEach(needed -> needed(indent + STEP, needed));
    }

    private void needed(String indent, Needed needed) {
        if (!told.add(needed.fact())) {
            line(indent, "(" + needed.fact() + ": see above)");
            return;
        }
        needed.rules().stream().filter(rule -> !rule.ways().isEmpty()).forEach(rule -> attempted(indent, rule));
    }

    private void signal(String indent, SignalWords signal) {
        String words = signal.words().stream().limit(FEW_WORDS).collect(Collectors.joining(", "));
        line(
                indent,
                "Words that show it: " + words + (signal.words().size() > FEW_WORDS ? ", …" : "") + " (" + signal.file()
                        + ":" + signal.line() + ")");
    }
}

package dev.muster.reading;

import dev.muster.fact.Evidence;
import dev.muster.fact.Mention;
import dev.muster.fact.Sentence;
import dev.muster.fact.Signal;
import dev.muster.fact.Task;
import dev.muster.limit.OverLimitException;
import dev.muster.reading.language.Moods;
import dev.muster.reading.language.Sentences;
import dev.muster.reading.masking.Denials;
import dev.muster.reading.masking.TextMasking;
import dev.muster.reading.matching.Found;
import dev.muster.reading.matching.Index;
import dev.muster.reading.matching.ReadingStoppedException;
import dev.muster.reading.matching.SignalDefinition;
import dev.muster.reading.matching.Signals;
import dev.muster.reading.text.MaskKind;
import dev.muster.reading.text.Span;
import dev.muster.reading.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads a task's text. The same text and signals always give the same reading. */
public final class Reader {
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final Signals signals;
    private final List<Text> texts;
    private final List<List<Span>> sentences = new ArrayList<>();

    private Reader(Task task, Signals signals) {
        this.signals = signals;
        this.texts = List.of(Text.of("title", task.title()), Text.of("description", task.description()));
    }

    public static Reading read(Task task, Signals signals) {
        return new Reader(task, signals).read();
    }

    private Reading read() {
        for (Text text : texts) {
            TextMasking.mask(text);
            List<Span> spans = Sentences.of(text);
            Denials.mask(text, spans);
            sentences.add(spans);
        }
        List<Signal> found = new ArrayList<>();
        List<Mention> mentioned = new ArrayList<>();
        Index own = Index.of(texts, sentences, true);
        boolean masked = texts.stream().anyMatch(text -> !text.mask().isEmpty());
        Index all = masked ? Index.of(texts, sentences, false) : own;
        for (Signals.Compiled signal : signals.compiled()) {
            List<Found> words = words(signal, own);
            if (!words.isEmpty()) {
                found.add(signal(signal.definition(), words, title()));
            } else if (masked) {
                mentioned.addAll(mentions(signal.definition(), words(signal, all)));
            }
        }
        return new Reading(found, mentioned, sentences());
    }

    private static List<Found> words(Signals.Compiled signal, Index index) {
        try {
            List<Found> exceptions = signal.not().in(index, List.of());
            return Found.merged(signal.any().in(index, exceptions));
        } catch (OverLimitException e) {
            throw new ReadingStoppedException(signal.definition(), e);
        }
    }

    private static Signal signal(SignalDefinition definition, List<Found> words, Found title) {
        boolean inTitle = words.stream().anyMatch(title::overlaps);
        return new Signal(definition.kind(), definition.name(), definition.weight(), inTitle, evidence(words));
    }

    /** Who gives no title begins with what would be one. */
    private Found title() {
        boolean titled = !sentences.getFirst().isEmpty() || sentences.getLast().isEmpty();
        Text text = titled ? texts.getFirst() : texts.getLast();
        return new Found(
                text,
                titled
                        ? new Span(0, text.content().length())
                        : sentences.getLast().getFirst());
    }

    private static List<Mention> mentions(SignalDefinition definition, List<Found> words) {
        Map<String, List<Found>> byHow = new TreeMap<>();
        for (Found found : words) {
            MaskKind how = found.text()
                    .mask()
                    .within(found.span().start(), found.span().end());
            if (how != null) {
                byHow.computeIfAbsent(how.word(), _ -> new ArrayList<>()).add(found);
            }
        }
        return byHow.entrySet().stream()
                .map(entry ->
                        new Mention(definition.kind(), definition.name(), entry.getKey(), evidence(entry.getValue())))
                .toList();
    }

    private static List<Evidence> evidence(List<Found> words) {
        return words.stream().map(Found::evidence).toList();
    }

    private List<Sentence> sentences() {
        List<Sentence> all = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            Text text = texts.get(i);
            for (Span span : sentences.get(i)) {
                String words = SPACE.matcher(text.at(span)).replaceAll(" ").strip();
                all.add(new Sentence(words, Moods.of(text, span), new Found(text, span).evidence()));
            }
        }
        return all;
    }
}

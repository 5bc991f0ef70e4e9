package dev.muster.reading.masking;

import dev.muster.reading.language.Clauses;
import dev.muster.reading.text.Span;
import dev.muster.reading.text.Text;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Masks what a text denies: work that is not to be done ("no database change", "without touching payments", "X is out of
 * scope", "Redis instead of Memcached"). Behaviour that fails is no denial: "users can't upload files" is about uploads.
 */
public final class Denials {
    private static final int FAR = 25;

    private static final Set<String> WORK = Set.of(
            "change",
            "touch",
            "modify",
            "alter",
            "affect",
            "break",
            "introduce",
            "add",
            "migrate",
            "rewrite",
            "refactor",
            "rework",
            "replace",
            "impact",
            "disturb",
            "rename",
            "reinvent",
            "extend",
            "expose",
            "build",
            "implement",
            "bother",
            "worry",
            "care",
            "involve",
            "include",
            "cover",
            "create",
            "redesign",
            "reimplement",
            "mess",
            "write");
    private static final Set<String> GERUNDS = Stream.concat(
                    WORK.stream()
                            .map(verb ->
                                    verb.endsWith("e") ? verb.substring(0, verb.length() - 1) + "ing" : verb + "ing"),
                    Stream.of("modifying", "worrying", "going", "having"))
            .filter(verb ->
                    !Set.of("including", "building", "creating", "writing").contains(verb))
            .collect(Collectors.toUnmodifiableSet());
    /** What only a change can do, whoever the subject is. */
    private static final Set<String> CHANGE_ONLY = Set.of("touch", "affect", "involve", "concern", "impact");

    private static final Set<String> NOUNS = Set.of(
            "change",
            "changes",
            "migration",
            "migrations",
            "modification",
            "modifications",
            "rewrite",
            "refactoring",
            "refactor",
            "alteration",
            "alterations",
            "work",
            "impact",
            "adjustments",
            "rework",
            "update",
            "updates",
            "involvement");
    private static final Set<String> NEEDED = Set.of(
            "needed",
            "required",
            "necessary",
            "involved",
            "planned",
            "wanted",
            "affected",
            "touched",
            "intended",
            "requested");
    private static final Set<String> CHANGED = Set.of(
            "changed",
            "modified",
            "altered",
            "touched",
            "affected",
            "broken",
            "rewritten",
            "renamed",
            "refactored",
            "migrated",
            "replaced",
            "extended",
            "involved");
    private static final Set<String> MODALS = Set.of("should", "must", "shall", "will", "would", "may", "need");
    private static final Set<String> MODALS_NOT =
            Set.of("shouldn't", "mustn't", "won't", "wouldn't", "needn't", "shan't");
    private static final Set<String> BE =
            Set.of("is", "are", "was", "were", "be", "isn't", "aren't", "wasn't", "weren't");
    private static final Set<String> SPEAKER = Set.of(
            "we", "i", "you", "this", "it", "that", "pr", "change", "changes", "task", "ticket", "issue", "story",
            "work", "please", "and", "but", "so", "also", "they", "mr");
    private static final Set<String> AS_IT_IS = Set.of("unchanged", "untouched", "alone", "intact", "as", "same");
    private static final Set<String> AFTER_NOT_NO_THING = Set.of(
            "only",
            "just",
            "merely",
            "necessarily",
            "yet",
            "even",
            "to",
            "all",
            "sure",
            "so",
            "every",
            "be",
            "the",
            "able",
            "possible",
            "working",
            "when",
            "if",
            "until",
            "been",
            "always",
            "really",
            "very",
            "much",
            "being",
            "because",
            "in",
            "on",
            "at",
            "like",
            "as");
    private static final Set<String> PREPOSITIONS = Set.of("to", "in", "of", "on", "for", "at");
    private static final Set<String> NO_WORK =
            Set.of("way", "idea", "problem", "problems", "reason", "longer", "one", "matter", "worries");
    private static final Set<String> DO = Set.of("do", "does", "did");
    private static final Set<String> WANT = Set.of("need", "want", "require");
    private static final Set<String> ARTICLE_OR_ABOUT = Set.of("a", "an", "about");
    private static final Set<String> KINDS_OF_WORK = Set.of(
            "issue", "problem", "bug", "change", "feature", "matter", "question", "concern", "request", "ticket");
    private static final Set<String> LISTED = Set.of("touched", "included", "changed", "covered");
    private static final Set<String> BUT_AND = Set.of("but", "and");
    private static final Set<String> BEFORE_VERB = Set.of(
            "really",
            "even",
            "ever",
            "yet",
            "also",
            "otherwise",
            "try",
            "plan",
            "intend",
            "want",
            "have",
            "need",
            "to");
    private static final Set<String> BEFORE_TO = Set.of("want", "have", "need", "plan", "intend", "try");
    private static final Set<String> AS_BEFORE = Set.of("is", "it", "they", "before", "today", "now");
    private static final Set<String> LEFT = Set.of("unchanged", "untouched", "alone", "intact");
    private static final Set<String> RELATIVE = Set.of("that", "when", "if", "where");
    private static final Set<String> OPPOSING = Set.of(",", "(", "–", "—", "-");
    private static final Set<String> FINITE = Set.of(
            "has", "have", "can", "get", "gets", "show", "shows", "appear", "appears", "happen", "happens", "work",
            "works", "found", "sent", "shown", "given", "arrives", "comes");
    private static final List<String[]> REPLACED = List.of(
            new String[] {"instead", "of"},
            new String[] {"rather", "than"},
            new String[] {"in", "place", "of"},
            new String[] {"in", "lieu", "of"},
            new String[] {"as", "opposed", "to"});
    private static final List<String[]> EXCEPTED = List.of(
            new String[] {"except", "for"},
            new String[] {"except"},
            new String[] {"apart", "from"},
            new String[] {"other", "than"},
            new String[] {"excluding"},
            new String[] {"aside", "from"},
            new String[] {"with", "the", "exception", "of"},
            new String[] {"nothing", "to", "do", "with"},
            new String[] {"unrelated", "to"},
            new String[] {"not", "about"},
            new String[] {"not", "related", "to"},
            new String[] {"neither"},
            new String[] {"nor"});

    /** The first words of those phrases: nearly every word is none of them. */
    private static final Set<String> CUES = Stream.concat(REPLACED.stream(), EXCEPTED.stream())
            .map(cue -> cue[0])
            .collect(Collectors.toUnmodifiableSet());

    private final Clauses words;

    private Denials(Clauses words) {
        this.words = words;
    }

    public static void mask(Text text, List<Span> sentences) {
        int next = 0;
        for (Span sentence : sentences) {
            while (next < text.words().size() && text.words().get(next).start() < sentence.start()) {
                next++;
            }
            int first = next;
            while (next < text.words().size() && text.words().get(next).end() <= sentence.end()) {
                next++;
            }
            new Denials(new Clauses(text, text.words().subList(first, next))).sentence();
        }
    }

    private void sentence() {
        for (int i = 0; i < words.size(); i++) {
            switch (words.word(i)) {
                case "no" -> no(i);
                case "without" -> without(i);
                case "not", "don't", "dont", "doesn't", "never" -> notWork(i);
                case "avoid", "avoids", "avoiding" -> forward(i, words.is(i + 1, GERUNDS), i + 1, FAR);
                case "leave", "leaves", "leaving", "keep", "keeps", "keeping" -> leave(i);
                case "stay", "stays", "remain", "remains" -> stay(i);
                case "scope" -> scope(i);
                case "unnecessary", "unaffected", "untouched", "unchanged" -> backward(i, words.is(i - 1, BE));
                default -> modalNot(i);
            }
            phrases(i);
        }
    }

    private void no(int i) {
        if (words.word(i + 1).equals("need")) {
            forward(i, words.follow(i + 2, "to") || words.follow(i + 2, "for"), i + 1, FAR);
            return;
        }
        for (int j = i + 1; j <= i + 6 && j < words.size() && !words.begins(j); j++) {
            if (words.is(j, NOUNS)) {
                boolean more = words.is(j + 1, PREPOSITIONS) && !words.begins(j + 1);
                words.deny(i, more ? words.end(j, FAR) : j);
                return;
            }
            boolean be = words.is(j, BE) && words.is(j + 1, NEEDED);
            if (be || words.is(j, NEEDED)) {
                words.deny(i, be ? j + 1 : j);
                return;
            }
        }
        int last = words.end(i, FAR);
        boolean fragment = words.begins(i)
                && last - i >= 1
                && last - i <= 3
                && !words.word(i + 1).equals("longer");
        boolean verbless = IntStream.rangeClosed(i + 1, last).noneMatch(this::looksLikeVerb);
        if (fragment && verbless && !words.is(i + 1, NO_WORK)) {
            words.deny(i, last);
        }
    }

    private boolean looksLikeVerb(int i) {
        return words.is(i, BE)
                || words.is(i, FINITE)
                || (words.word(i).length() > 4 && words.word(i).endsWith("ed"));
    }

    private void without(int i) {
        boolean gerund = words.is(i + 1, GERUNDS)
                && !words.word(i + 1).equals("going")
                && !words.word(i + 1).equals("having");
        if (gerund) {
            words.deny(i, words.end(i + 1, FAR));
            return;
        }
        for (int j = i + 1; j <= i + 4 && !words.begins(j); j++) {
            if (words.is(j, NOUNS)) {
                words.deny(i, words.end(j, FAR));
                return;
            }
        }
    }

    /** "Don't change the API" and "this does not touch payments", but not "the job doesn't change the status". */
    private void notWork(int i) {
        boolean joined = !words.word(i).equals("not");
        int verb = skipped(i + 1);
        int subject = joined ? i - 1 : i - 2;
        boolean hasAuxiliary = joined || words.is(i - 1, DO);
        if (hasAuxiliary) {
            boolean speaks = subject < 0 || words.begins(subject + 1) || words.is(subject, SPEAKER);
            boolean work = words.is(verb, WORK) || words.is(verb, CHANGE_ONLY) || words.is(verb, WANT);
            forward(i, words.is(verb, CHANGE_ONLY) || (speaks && work), verb, FAR);
        } else if (words.is(i - 1, MODALS)) {
            modal(i, i - 1);
        } else if (words.is(i - 1, BE)) {
            backward(
                    i + 1,
                    words.is(i + 1, NEEDED) || words.follow(i + 1, "part", "of") || words.follow(i + 1, "in", "scope"));
            boolean kind = words.is(i + 1, ARTICLE_OR_ABOUT) && words.is(words.end(i + 1, 7), KINDS_OF_WORK);
            forward(i, kind, i + 1, 8);
        } else {
            contrast(i);
        }
    }

    /** "…, not X" and "but not X" take X out; "not touched: X" too. */
    private void contrast(int i) {
        if (words.is(i + 1, NEEDED) || words.is(i + 1, LISTED)) {
            boolean list = words.before(i + 2).contains(":");
            forward(i, list, i + 2, FAR);
            backward(i + 1, !list && !words.begins(i) && words.is(i + 1, NEEDED));
            return;
        }
        boolean opposed =
                words.is(i - 1, BUT_AND) || OPPOSING.contains(words.before(i).strip());
        int last = words.end(i, 6);
        boolean thing =
                !words.is(i + 1, AFTER_NOT_NO_THING) || words.word(i + 1).equals("the");
        boolean verb = IntStream.rangeClosed(i + 1, last).anyMatch(j -> words.is(j, BE));
        forward(i, i > 0 && opposed && thing && !verb, i + 1, 6);
    }

    private void modalNot(int i) {
        if (words.is(i, MODALS_NOT)) {
            modal(i, i);
        } else if (words.is(i, BE) && words.word(i).endsWith("n't")) {
            backward(
                    i + 1,
                    words.is(i + 1, NEEDED) || words.follow(i + 1, "part", "of") || words.follow(i + 1, "in", "scope"));
        }
    }

    private void modal(int not, int modal) {
        boolean passive = words.word(not + 1).equals("be") && (words.is(not + 2, CHANGED) || words.is(not + 2, NEEDED));
        if (passive) {
            words.deny(words.start(modal, 9), not + 2);
        } else {
            forward(not, words.is(skipped(not + 1), WORK) || words.is(not + 1, CHANGE_ONLY), skipped(not + 1), FAR);
        }
    }

    /** Passes over "need to", "want to", "even", … on the way to the verb. */
    private int skipped(int i) {
        int verb = i;
        while (words.is(verb, BEFORE_VERB)
                && words.word(verb + 1).length() > 0
                && (!words.is(verb, BEFORE_TO) || words.word(verb + 1).equals("to"))) {
            verb++;
        }
        return verb;
    }

    private void leave(int i) {
        for (int j = i + 1; j <= i + 8 && j < words.size() && !words.begins(j); j++) {
            boolean as = words.word(j).equals("as") && words.is(j + 1, AS_BEFORE);
            if (as || words.is(j, LEFT) || words.follow(j, "the", "same")) {
                words.deny(i, words.end(j, 4));
                return;
            }
        }
    }

    private void stay(int i) {
        int next = words.follow(i + 1, "the") ? i + 2 : i + 1;
        boolean as = words.is(next, AS_IT_IS) && (!words.word(next).equals("as") || words.is(next + 1, AS_BEFORE));
        if (as) {
            words.deny(words.start(i, 9), next);
        }
    }

    private void scope(int i) {
        boolean out = words.follow(i - 2, "out", "of")
                || words.follow(i - 2, "not", "in")
                || words.word(i - 1).equals("outside");
        if (out && words.before(i + 1).contains(":")) {
            words.deny(i - 1, words.end(i + 1, FAR));
        } else if (out) {
            words.deny(words.start(Math.max(0, i - 2), 12), i);
        }
    }

    private void phrases(int i) {
        if (!words.is(i, CUES)) {
            return;
        }
        for (String[] cue : REPLACED) {
            forward(i, words.follow(i, cue), i + cue.length, 7);
        }
        for (String[] cue : EXCEPTED) {
            boolean open = !words.is(i + cue.length, RELATIVE);
            forward(i, words.follow(i, cue) && open, i + cue.length, FAR);
        }
    }

    private void forward(int cue, boolean denies, int from, int most) {
        if (denies && from < words.size()) {
            words.deny(cue, words.end(from, most));
        }
    }

    private void backward(int cue, boolean denies) {
        if (denies) {
            words.deny(words.start(Math.max(0, cue - 1), 10), cue);
        }
    }
}

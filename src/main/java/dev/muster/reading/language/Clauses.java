package dev.muster.reading.language;

import dev.muster.reading.text.MaskKind;
import dev.muster.reading.text.Text;
import dev.muster.reading.text.Word;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The words of one sentence, with what stands between them. */
public final class Clauses {
    private static final Set<String> ENDS = Set.of(
            "but",
            "only",
            "just",
            "then",
            "however",
            "so",
            "because",
            "since",
            "although",
            "though",
            "while",
            "unless",
            "instead",
            "please",
            "otherwise",
            "therefore",
            "still",
            "except");
    private static final Set<String> SUBJECTS = Set.of("we", "i", "you", "they", "he", "she", "it", "users", "there");

    private final Text text;
    private final List<Word> words;
    private final List<String> lower;

    public Clauses(Text text, List<Word> words) {
        this.text = text;
        this.words = words;
        this.lower = words.stream()
                .map(word -> word.text().toLowerCase(Locale.ROOT).replace('\u2019', '\''))
                .toList();
    }

    public int size() {
        return words.size();
    }

    /** A word in lower case, empty outside the sentence. */
    public String word(int index) {
        return index < 0 || index >= lower.size() ? "" : lower.get(index);
    }

    public boolean is(int index, Set<String> any) {
        return any.contains(word(index));
    }

    /** Whether these words follow each other from here on. */
    public boolean follow(int index, String... expected) {
        for (int i = 0; i < expected.length; i++) {
            if (!word(index + i).equals(expected[i])) {
                return false;
            }
        }
        return true;
    }

    /** What stands before a word: white space, or the punctuation that parts clauses. */
    public String before(int index) {
        if (index <= 0 || index >= words.size()) {
            return "";
        }
        return text.content()
                .substring(
                        words.get(index - 1).end(),
                        Math.min(words.get(index).start(), words.get(index - 1).end() + 20));
    }

    public boolean begins(int index) {
        String gap = before(index);
        return index <= 0
                || index >= words.size()
                || gap.chars().anyMatch(c -> ",;:.!?()[]–—|".indexOf(c) >= 0)
                || gap.contains(" - ")
                || gap.contains(" -- ");
    }

    /** The last word of the clause that goes on from here, at most so many words on. */
    public int end(int from, int most) {
        int last = from;
        for (int i = from + 1; i < Math.min(size(), from + most); i++) {
            boolean over = is(i, ENDS) || (begins(i) && !listGoesOn(i)) || isNewThought(i);
            if (over) {
                break;
            }
            last = i;
        }
        return last;
    }

    /** The first word of the clause that comes to here, at most so many words before. */
    public int start(int to, int most) {
        int first = to;
        while (first > 0
                && to - first < most
                && !begins(first)
                && !is(first - 1, ENDS)
                && !word(first - 1).equals("and")) {
            first--;
        }
        return first;
    }

    /** In "payments, invoices or the ledger" the comma ends nothing. */
    private boolean listGoesOn(int from) {
        if (!before(from).strip().equals(",") || Verbs.isBase(word(from)) || is(from, SUBJECTS)) {
            return false;
        }
        int length = 0;
        for (int i = from; i < size() && length <= 4; i++, length++) {
            if ((word(i).equals("or") || word(i).equals("nor") || word(i).equals("and")) && !isNewThought(i)) {
                return true;
            }
            if (i > from && begins(i)) {
                return before(i).strip().equals(",") && listGoesOn(i);
            }
        }
        return false;
    }

    private boolean isNewThought(int index) {
        return (word(index).equals("and") || word(index).equals("or"))
                && (is(index + 1, SUBJECTS) || is(index + 1, ENDS) || Verbs.isBase(word(index + 1)));
    }

    public void deny(int first, int last) {
        int to = Math.min(last, size() - 1);
        text.mask().add(words.get(first).start(), words.get(to).end(), MaskKind.NEGATED);
    }
}

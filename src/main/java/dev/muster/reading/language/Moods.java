package dev.muster.reading.language;

import dev.muster.reading.text.MaskKind;
import dev.muster.reading.text.Span;
import dev.muster.reading.text.Text;
import dev.muster.reading.text.Word;
import dev.muster.reading.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a sentence asks for work, limits it, asks a question, or only states something. */
public final class Moods {
    private static final int LOOKED_AT = 600;

    /** {@code feat(core):}, {@code [Story]}, {@code CORE-17:}, "please", "then", … say nothing about the mood. */
    private static final Pattern PREFIX = Pattern.compile(
            "(?:\\[[^\\]]{0,40}]\\s*|\\*{1,2}|[\\w-]{2,20}(?:\\([^)]{0,40}\\))?!?:\\s+|[A-Z]+-\\d+:?\\s+|->\\s*"
                    + "|(?:please|also|then|finally|next|now|first|and|so|just),?\\s+){0,4}",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ASKS_KINDLY = Pattern.compile(
            "^(?:could|can|would|will) (?:you|we|someone|anyone|it be possible)\\b|^(?:would|is) it (?:be )?possible\\b"
                    + "|\\bplease\\b|\\bcould it be\\b");
    private static final Pattern QUESTION = Pattern.compile(
            "\\?$|^(?:could|can|would) (?:you|we|it)\\b|^(?:how (?:do|can|to|should)|any idea|why|what (?:is|are|about)|maybe one)\\b");
    private static final Pattern LIMIT = Pattern.compile(
            "\\b(?:(?:must|should|shall|may)(?: not|n't)|(?:must|should|has to|have to|needs? to) (?:stay|remain|keep)|stays?|remains?"
                    + "|backwards?[- ](?:compatible|compatibility)|at most|no(?:t)? (?:more|later|less) than|at least"
                    + "|within \\d+|under \\d+|less than \\d+|below \\d+|(?:no|zero|without) downtime|max(?:imum)? (?:of )?\\d+"
                    + "|up to \\d+|never|no new dependenc(?:y|ies)|compatible with|as long as|deadline"
                    + "|(?:may|can|must|should|be|are|is) only|only (?:if|when|for|by|one))\\b|^only\\b(?!.*\\b(?:fails?|failed|did)\\b)");
    private static final Pattern WISH = Pattern.compile(
            "\\b(?:should|must|shall|ought to|(?:has|have|had|got) to|needs?|want(?:s|ed)?|would like|(?:i|we)'d like|wish"
                    + "|would (?:also )?be (?:very |really )?(?:nice|great|good|useful|helpful|better|cool|awesome|handy)"
                    + "|would help|allow(?:s|ing)? (?:users?|people|customers?|admins?)|so that|be able to"
                    + "|to be (?:done|added|fixed|changed|removed)|(?:is|are) (?:needed|required|wanted|missing)|let's|lacks?"
                    + "|suggestion|proposal|goal is|expected|ask(?:s|ed)? for|in favou?r of|make it possible)\\b");
    /** "Totals should come from yearly reports, not from monthly ones" asks, although it denies something too. */
    private static final Pattern ASKS_FIRST = Pattern.compile(
            "\\b(?:should|must|ought to) (?!(?:not|never|only|no|stay|remain|keep)\\b)(?!.*\\b(?:only|never|at most|at least)\\b)");
    /** "I restarted it and the error stays" tells what somebody saw. */
    private static final Pattern TELLS = Pattern.compile("^(?:i|we)(?:'ve| have)? (?:just |already |also )?\\w+ed\\b");
    /** "Resolves #17", "Reported at …": where else it is written down. */
    private static final Pattern REFERS = Pattern.compile(
            "^(?:\\w+ (?:https?:|#\\d)|(?:reported|seen|found|discussed|filed) (?:at|by|in|on|from)\\b)");
    /** Behind these, a word like "report" or "update" is a noun. */
    private static final Set<String> BEHIND_NOUN = Set.of(
            "is", "are", "was", "were", "has", "does", "doesn't", "isn't", "aren't", "can't", "cannot", "should",
            "must", "need", "needs", "fail", "fails", "and", "or", "of", "not");

    private static final Set<String> HELPS =
            Set.of("be", "been", "being", "is", "are", "was", "were", "has", "have", "had", "get", "gets", "not");

    private static final Set<String> STATES = Set.of(
            "is", "are", "was", "were", "isn't", "aren't", "doesn't", "don't", "can't", "cannot", "fail", "fails");

    private Moods() {}

    public static String of(Text text, Span sentence) {
        int end = Math.min(sentence.end(), sentence.start() + LOOKED_AT);
        String whole = text.content().substring(sentence.start(), end);
        String said = PREFIX.matcher(whole).replaceFirst("");
        String lower = (said.isBlank() ? whole : said)
                .toLowerCase(Locale.ROOT)
                .replace('\u2019', '\'')
                .strip();
        boolean kindly = ASKS_KINDLY.matcher(lower).find();
        if (QUESTION.matcher(lower).find()) {
            return kindly ? "request" : "question";
        }
        List<Word> words = Words.in(lower);
        if (words.isEmpty() || REFERS.matcher(lower).find()) {
            return "statement";
        }
        if (isOrder(words) && text.mask().at(sentence.start()) == null) {
            return "request";
        }
        boolean wish = WISH.matcher(lower).find();
        if (!wish && TELLS.matcher(lower).find()) {
            return "statement";
        }
        boolean limits = LIMIT.matcher(lower).find() || isDenied(text, sentence);
        if (limits && !ASKS_FIRST.matcher(lower).find()) {
            return "constraint";
        }
        return wish || kindly || isDone(words) ? "request" : "statement";
    }

    /** "Add …", "adds …" and "added …" (a change that describes itself), "new column …", "as a user I want …". */
    private static boolean isOrder(List<Word> words) {
        String first = words.getFirst().parts().getFirst().text();
        String second = words.size() > 1 ? words.get(1).text() : "";
        String third = words.size() > 2 ? words.get(2).text() : "";
        boolean thing = first.equals("new") && words.size() > 1;
        boolean story = first.equals("as") && words.size() > 3 && (second.equals("a") || second.equals("an"));
        boolean author = second.equals("by") && Verbs.isPast(first);
        boolean noun = author || BEHIND_NOUN.contains(second) || STATES.contains(third);
        return story
                || (!noun && thing)
                || (!noun && (Verbs.isBase(first) || Verbs.isThird(first) || Verbs.isPast(first)));
    }

    /** "Template renamed", but not "when the copy has been confirmed". */
    private static boolean isDone(List<Word> words) {
        String before = words.size() > 1 ? words.get(words.size() - 2).text() : "";
        return Verbs.isPast(words.getLast().text()) && !HELPS.contains(before);
    }

    private static boolean isDenied(Text text, Span sentence) {
        for (int i = sentence.start(); i < sentence.end(); i++) {
            if (text.mask().at(i) == MaskKind.NEGATED) {
                return true;
            }
        }
        return false;
    }
}

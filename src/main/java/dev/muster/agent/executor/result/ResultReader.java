package dev.muster.agent.executor.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.muster.agent.executor.Excerpt;
import dev.muster.agent.executor.FailureKind;
import dev.muster.agent.executor.Outcome;
import dev.muster.agent.executor.Outcome.Asked;
import dev.muster.agent.executor.Outcome.Failed;
import dev.muster.agent.executor.Outcome.Succeeded;
import dev.muster.agent.executor.Purpose;
import dev.muster.agent.executor.Session;
import dev.muster.agent.executor.TestResults;
import dev.muster.agent.executor.Usage;
import dev.muster.agent.executor.Verdict;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what an agent handed in. Leniently about how it is written (among words, in a fence, names in other spellings), strictly
 * about what it says: a field of another type is unreadable, and a review without a verdict has not passed.
 */
public final class ResultReader {
    static final int MAX_OUTPUT = 256_000;
    private static final int MAX_SUMMARY = 2_000;
    private static final int MAX_ITEM = 2_000;
    private static final int MAX_ITEMS = 500;
    private static final int MOST_TESTS = 1_000_000_000;

    /** As models say it; any other word may mean either. */
    private static final Set<String> DONE =
            Set.of("done", "complete", "completed", "success", "succeeded", "successful", "ok", "finished", "passed");

    private static final Set<String> REFUSED = Set.of("blocked", "failed", "failure", "refused", "error");
    private static final TypedFields NOTHING = TypedFields.loosely(MissingNode.getInstance());

    private final Purpose purpose;
    private final Usage usage;
    private final @Nullable Session session;

    private ResultReader(Purpose purpose, Usage usage, @Nullable Session session) {
        this.purpose = purpose;
        this.usage = usage;
        this.session = session;
    }

    /**
     * The outcome of a call that ended well.
     *
     * @param text what the agent said last
     * @param structured what it handed in as JSON apart from its text; null where it is in the text, or nowhere
     */
    public static Outcome read(
            Purpose purpose, String text, @Nullable JsonNode structured, Usage usage, @Nullable Session session) {
        return new ResultReader(purpose, usage, session).outcome(text.strip(), structured);
    }

    private Outcome outcome(String text, @Nullable JsonNode structured) {
        try {
            JsonIn.Found found =
                    structured == null ? JsonIn.lastResult(text, this::isResult) : new JsonIn.Found(structured, false);
            if (found.breaksOff()) {
                return unreadable(
                        "It began a JSON object that cannot be read as one: it is cut off, says a field twice, or is"
                                + " no JSON. It ends: " + end(text));
            }
            return purpose == Purpose.REVIEW ? review(text, found.object()) : work(text, found.object());
        } catch (WrongField e) {
            return unreadable("What it handed in cannot be read. " + e.getMessage());
        }
    }

    private Outcome work(String text, @Nullable JsonNode result) {
        if (result == null) {
            return text.isEmpty()
                    ? unreadable("It handed in nothing.")
                    : succeeded(firstParagraph(text), text, NOTHING, null);
        }
        TypedFields fields = TypedFields.loosely(result);
        String word = fields.word("status", "done");
        String status = Loosely.key(word);
        String summary = fields.word("summary", "");
        String question = fields.textOr("question", "");
        if (status.equals("blocked") && !question.isBlank()) {
            return new Asked(Excerpt.of(question.strip(), MAX_SUMMARY), fields.texts("choices"), usage, false);
        }
        if (REFUSED.contains(status)) {
            return new Failed(FailureKind.REFUSED, refusal(summary, text), false, usage, false);
        }
        if (!DONE.contains(status)) {
            throw new WrongField(
                    "\"status\" has to be done or blocked; found \"" + Excerpt.beginning(word, 60) + "\".");
        }
        return succeeded(summary.isBlank() ? firstParagraph(text) : summary, output(fields, text), fields, null);
    }

    private Outcome review(String text, @Nullable JsonNode result) {
        if (result == null) {
            return unreadable("The review has no verdict that can be read. It ends: " + end(text));
        }
        TypedFields fields = TypedFields.loosely(result);
        Verdict verdict = VerdictReader.read(fields);
        if (verdict.decision() == Verdict.Decision.PASS) {
            checkDone(fields.textOr("status", "done"));
        }
        String summary = fields.word("summary", "");
        return succeeded(summary.isBlank() ? said(verdict) : summary, output(fields, text), fields, verdict);
    }

    /** A reviewer who could not do it has passed nothing, whatever stands beside it. */
    private static void checkDone(String word) {
        String status = Loosely.key(word);
        if (!DONE.contains(status) && !VerdictReader.isPass(status)) {
            throw new WrongField("The verdict is pass, and the \"status\" of the review is not done, but \""
                    + Excerpt.beginning(word, 60) + "\".");
        }
    }

    private static String end(String text) {
        return Excerpt.beginning(text.substring(Math.max(0, text.length() - 300)), 300);
    }

    private static String said(Verdict verdict) {
        int count = verdict.findings().size();
        return (verdict.decision() == Verdict.Decision.PASS ? "It passes" : "It asks for changes")
                + (count == 0 ? "." : count == 1 ? ", with one finding." : ", with " + count + " findings.");
    }

    private boolean isResult(JsonNode object) {
        return purpose == Purpose.REVIEW
                ? !Loosely.at(object, "verdict").isMissingNode()
                : !Loosely.at(object, "summary").isMissingNode()
                        || !Loosely.at(object, "status").isMissingNode();
    }

    private Succeeded succeeded(String summary, String output, TypedFields fields, @Nullable Verdict verdict) {
        return new Succeeded(
                Excerpt.of(summary.strip(), MAX_SUMMARY),
                Excerpt.of(output, MAX_OUTPUT),
                texts(fields, "filesCreated"),
                texts(fields, "filesChanged"),
                verdict,
                texts(fields, "followUps"),
                texts(fields, "nextSteps"),
                texts(fields, "conflicts"),
                texts(fields, "links"),
                tests(fields.within("tests")),
                usage,
                session,
                false);
    }

    /** What it wants to be passed on, else all that it said, unless that is no more than the result itself. */
    private static String output(TypedFields fields, String text) {
        String output = fields.textOr("output", "");
        return !output.isBlank() ? output : JsonIn.whole(text) == null ? text : fields.word("summary", "");
    }

    private Failed unreadable(String message) {
        return new Failed(FailureKind.UNREADABLE_RESULT, message, true, usage, false);
    }

    private static String refusal(String summary, String text) {
        return "The agent says that it cannot do it: "
                + Excerpt.of((summary.isBlank() ? text : summary).strip(), MAX_SUMMARY);
    }

    /** The first lines that say something, without the marks of a heading. */
    private static String firstParagraph(String text) {
        String paragraph = text.strip().split("\\n\\s*\\n", 2)[0];
        return Excerpt.beginning(paragraph.replaceFirst("^#+\\s*", "").strip(), 600);
    }

    private static List<String> texts(TypedFields fields, String name) {
        return fields.texts(name).stream()
                .filter(text -> !text.isBlank())
                .limit(MAX_ITEMS)
                .map(text -> Excerpt.beginning(text.strip(), MAX_ITEM))
                .toList();
    }

    private static @Nullable TestResults tests(@Nullable TypedFields tests) {
        if (tests == null) {
            return null;
        }
        Long passed = tests.count("passed", 0, MOST_TESTS);
        Long failed = tests.count("failed", 0, MOST_TESTS);
        Long skipped = tests.count("skipped", 0, MOST_TESTS);
        Double coverage = tests.amount(tests.has("coverage") ? "coverage" : "coveragePercent", 100);
        return passed == null && failed == null
                ? null
                : new TestResults(number(passed), number(failed), number(skipped), coverage);
    }

    private static int number(@Nullable Long count) {
        return count == null ? 0 : count.intValue();
    }
}

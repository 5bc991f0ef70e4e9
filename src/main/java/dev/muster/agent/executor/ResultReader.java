package dev.muster.agent.executor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.muster.agent.executor.Outcome.Asked;
import dev.muster.agent.executor.Outcome.Failed;
import dev.muster.agent.executor.Outcome.Succeeded;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what an agent handed in. Leniently about how it is written, strictly about what it says: a review without a verdict
 * has not passed.
 */
public final class ResultReader {
    static final int MAX_OUTPUT = 256_000;
    private static final int MAX_SUMMARY = 2_000;
    private static final int MAX_ITEM = 2_000;
    private static final int MAX_ITEMS = 500;

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
        JsonNode result =
                structured != null && isResult(structured) ? structured : JsonIn.lastObject(text, this::isResult);
        if (purpose == Purpose.REVIEW) {
            return review(text, result);
        }
        if (result == null) {
            return text.isEmpty()
                    ? unreadable("It handed in nothing.")
                    : succeeded(firstParagraph(text), text, MissingNode.getInstance(), null);
        }
        String status = Loosely.key(Loosely.text(result, "status"));
        String summary = Loosely.text(result, "summary");
        String question = Loosely.text(result, "question");
        if (status.equals("blocked") && !question.isBlank()) {
            return new Asked(Excerpt.of(question.strip(), MAX_SUMMARY), texts(result, "choices"), usage, false);
        }
        if (List.of("blocked", "failed", "failure", "refused", "error").contains(status)) {
            return new Failed(FailureKind.REFUSED, refusal(summary, text), false, usage, false);
        }
        return succeeded(summary.isBlank() ? firstParagraph(text) : summary, output(result, text), result, null);
    }

    private Outcome review(String text, @Nullable JsonNode result) {
        if (result == null) {
            return unreadable("The review has no verdict that can be read. It ends: "
                    + Excerpt.beginning(text.substring(Math.max(0, text.length() - 300)), 300));
        }
        return switch (VerdictReader.read(result)) {
            case VerdictReader.Judged(Verdict verdict) -> {
                String summary = Loosely.text(result, "summary");
                yield succeeded(summary.isBlank() ? said(verdict) : summary, output(result, text), result, verdict);
            }
            case VerdictReader.Unclear(String why) -> unreadable(why);
        };
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
                        || Loosely.at(object, "status").isTextual();
    }

    private Succeeded succeeded(String summary, String output, JsonNode result, @Nullable Verdict verdict) {
        return new Succeeded(
                Excerpt.of(summary.strip(), MAX_SUMMARY),
                Excerpt.of(output, MAX_OUTPUT),
                texts(result, "filesCreated"),
                texts(result, "filesChanged"),
                verdict,
                texts(result, "followUps"),
                texts(result, "nextSteps"),
                texts(result, "conflicts"),
                texts(result, "links"),
                tests(Loosely.at(result, "tests")),
                usage,
                session,
                false);
    }

    /** What it wants to be passed on, else all that it said, unless that is no more than the result itself. */
    private static String output(JsonNode result, String text) {
        String output = Loosely.text(result, "output");
        return !output.isBlank() ? output : JsonIn.whole(text) == null ? text : Loosely.text(result, "summary");
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

    private static List<String> texts(JsonNode result, String name) {
        JsonNode value = Loosely.at(result, name);
        List<String> texts = new ArrayList<>();
        if (value.isTextual() && !value.textValue().isBlank()) {
            texts.add(Excerpt.beginning(value.textValue().strip(), MAX_ITEM));
        }
        for (JsonNode item : value) {
            String text = item.isValueNode() ? item.asText() : item.toString();
            if (value.isArray() && texts.size() < MAX_ITEMS && !text.isBlank()) {
                texts.add(Excerpt.beginning(text.strip(), MAX_ITEM));
            }
        }
        return texts;
    }

    private static @Nullable TestResults tests(JsonNode tests) {
        if (!tests.path("passed").isNumber() && !tests.path("failed").isNumber()) {
            return null;
        }
        JsonNode coverage = Loosely.at(tests, "coveragePercent");
        coverage = coverage.isMissingNode() ? tests.path("coverage") : coverage;
        String percent = coverage.asText().replace("%", "").strip();
        return new TestResults(
                tests.path("passed").asInt(),
                tests.path("failed").asInt(),
                tests.path("skipped").asInt(),
                percent.matches("\\d{1,3}(\\.\\d+)?") ? Double.valueOf(percent) : null);
    }
}

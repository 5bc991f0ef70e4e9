package dev.muster.plan.rendering;

import dev.muster.plan.Plan;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a plan is called: its task's title, or the first sentence of a task that has none. */
public final class PlanTitle {
    private static final int LONGEST = 120;
    private static final Pattern LEADING_MARKS = Pattern.compile("^(?:[#>*+-]++\\s++)++");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?](?=\\s)|\\R");

    private PlanTitle() {}

    public static String of(Plan.PlannedTask task) {
        String text = task.title().isBlank() ? firstSentence(task.description()) : task.title();
        return MarkdownText.cut(text, LONGEST);
    }

    private static String firstSentence(String description) {
        String text = LEADING_MARKS.matcher(description.strip()).replaceFirst("");
        Matcher end = SENTENCE_END.matcher(text);
        String sentence = end.find() ? text.substring(0, end.start()) : text;
        return sentence.isBlank() ? text : sentence;
    }
}

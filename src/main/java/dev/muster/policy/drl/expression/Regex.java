package dev.muster.policy.drl.expression;

import dev.muster.limit.Allowance;
import dev.muster.policy.drl.syntax.SyntaxError;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** A regular expression that gives up when it takes far more steps than a match needs. */
public final class Regex {
    /** Steps for each match; catastrophic backtracking needs billions, real expressions some hundred per character. */
    private static final int STEPS = 2_000_000;

    private static final int STEPS_OF_A_TICK = 16;

    /** As often as a regular expression may say that something comes again, all that it says so multiplied. */
    private static final long MOST_REPETITIONS = 10_000_000;

    /** As many ways as there may be to match nothing: the end of a text is reached with each step, and those take none. */
    private static final int MOST_WAYS = 1_000;

    private static final int LONGEST = 2_000;
    private static final Pattern REPETITION = Pattern.compile("(?<!\\\\)\\{(\\d{1,10})(?:,\\d*)?}");

    private final Pattern pattern;

    private Regex(Pattern pattern) {
        this.pattern = pattern;
    }

    static Regex compile(int at, String regex) {
        try {
            return compile(regex);
        } catch (IllegalArgumentException e) {
            throw new SyntaxError(at, String.valueOf(e.getMessage()));
        }
    }

    private static Regex compile(String regex) {
        if (regex.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "this regular expression has more than " + LONGEST + " characters: write several");
        }
        if (repetitions(regex) > MOST_REPETITIONS) {
            throw new IllegalArgumentException("the repetitions of this regular expression multiply to more than "
                    + MOST_REPETITIONS + ": write smaller numbers in {…}");
        }
        try {
            Pattern pattern = Pattern.compile(regex);
            if (EmptyWays.of(regex) > MOST_WAYS) {
                throw new IllegalArgumentException("this regular expression can match nothing in more than " + MOST_WAYS
                        + " ways: leave alternatives and repetitions out that match nothing twice");
            }
            return new Regex(pattern);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("this is not a regular expression: " + e.getDescription(), e);
        } catch (StackOverflowError e) {
            throw new IllegalArgumentException("this regular expression is nested too deeply", e);
        }
    }

    /** Java repeats what is empty as often as it is told to without looking at the text, and so without a step. */
    private static double repetitions(String regex) {
        double all = 1;
        Matcher repetition = REPETITION.matcher(regex);
        while (repetition.find()) {
            all *= Math.max(1, Long.parseLong(repetition.group(1)));
        }
        return all;
    }

    /** Whether a whole text is what a regular expression says that is known only now. */
    public static boolean matches(@Nullable String text, @Nullable String regex) {
        return text != null && compile(String.valueOf(regex)).matches(text);
    }

    boolean matches(@Nullable String text) {
        if (text == null) {
            return false;
        }
        try {
            return pattern.matcher(new Counted(text, new Steps())).matches();
        } catch (StackOverflowError e) {
            throw new IllegalStateException("the text is too long for the regular expression \"" + pattern + "\"", e);
        }
    }

    private final class Steps {
        private final Allowance allowance = Allowance.current();
        private int taken;

        void take() {
            if ((++taken & (STEPS_OF_A_TICK - 1)) == 0) {
                allowance.tick();
            }
            if (taken > STEPS) {
                throw new IllegalStateException("the regular expression \"" + pattern + "\" took more than " + STEPS
                        + " steps on one text; its repetitions can match the same words in too many ways");
            }
        }
    }

    /** A text that counts how often it is looked at. */
    private record Counted(CharSequence text, Steps steps) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            steps.take();
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text.subSequence(start, end), steps);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}

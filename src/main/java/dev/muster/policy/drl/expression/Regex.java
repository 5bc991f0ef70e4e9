package dev.muster.policy.drl.expression;

import dev.muster.policy.drl.syntax.Refusal;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** A regular expression that gives up when it takes far more steps than a match needs. */
final class Regex {
    /** Steps for each match; catastrophic backtracking needs billions, real expressions some hundred per character. */
    private static final int STEPS = 2_000_000;

    private final Pattern pattern;

    private Regex(Pattern pattern) {
        this.pattern = pattern;
    }

    static Regex compile(int at, String regex) {
        if (regex.length() > 2_000) {
            throw new Refusal(at, "this regular expression has more than 2000 characters: write several");
        }
        try {
            return new Regex(Pattern.compile(regex));
        } catch (PatternSyntaxException e) {
            throw new Refusal(at, "this is not a regular expression: " + e.getDescription());
        } catch (StackOverflowError e) {
            throw new Refusal(at, "this regular expression is nested too deeply");
        }
    }

    static boolean matches(@Nullable String text, @Nullable String regex) {
        return text != null && new Regex(Pattern.compile(String.valueOf(regex))).matches(text);
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
        private int taken;

        void take() {
            if (++taken > STEPS) {
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

package dev.muster.policy.drl.interpretation;

import dev.muster.limit.OverLimitException;
import dev.muster.policy.drl.RuleFailure;
import dev.muster.policy.drl.RuleLimitException;
import dev.muster.policy.drl.session.Run;
import dev.muster.source.Place;
import org.jspecify.annotations.Nullable;

/** Where something of a rule stands, for the message when it fails. */
public record Origin(String rule, Place place, String text) {
    /** What went wrong here, as it is told. */
    RuntimeException failure(Throwable cause, @Nullable Object fact) {
        switch (cause) {
            case RuleFailure failure -> {
                return failure;
            }
            case RuleLimitException limit -> {
                return limit;
            }
            case OverLimitException over -> {
                return Run.current().stopped(over, rule, place, "\"" + text.strip() + "\"");
            }
            default -> {}
        }
        String about = fact == null ? "" : ", for " + shortened(fact);
        return new RuleFailure(rule, place, "\"" + text.strip() + "\" failed: " + reason(cause) + about, cause);
    }

    /** In the words of whoever writes rules; what Java says of its own classes is not for them, nor is it the same in every program. */
    static String reason(Throwable cause) {
        return switch (cause) {
            case ArithmeticException _ -> "a number is divided by zero";
            case NullPointerException _ -> "something is null";
            case ClassCastException _ ->
                "a value is of another kind than is needed here, or values of different kinds are compared";
            case ArrayIndexOutOfBoundsException _ -> "a position is outside of its list";
            case IndexOutOfBoundsException e ->
                e.getMessage() == null ? "a position is outside of its list or text" : e.getMessage();
            case StackOverflowError _ -> "values are nested too deeply";
            case OutOfMemoryError _ -> "the memory ran out";
            default -> cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        };
    }

    static String shortened(@Nullable Object value) {
        String text;
        try {
            text = String.valueOf(value);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            text = "a value that cannot be shown";
        }
        return text.length() <= 200 ? text : text.substring(0, 199) + "…";
    }
}

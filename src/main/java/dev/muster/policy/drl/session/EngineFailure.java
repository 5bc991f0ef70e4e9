package dev.muster.policy.drl.session;

import dev.muster.limit.OverLimitException;
import dev.muster.policy.drl.RuleFailure;
import dev.muster.policy.drl.RuleInfo;
import dev.muster.policy.drl.RuleLimitException;
import dev.muster.source.Place;
import java.util.Arrays;

/** What came out of a session that did not end well, as whoever wrote the rules can use it. */
final class EngineFailure {
    /** What a native executable says of what the machine itself throws, in place of a reason. */
    private static final String SAYS_NOTHING = "Stack trace is imprecise";

    private EngineFailure() {}

    /** Drools wraps what a rule throws; the message that says what happened is inside. What is its own gets a place. */
    static RuntimeException told(Throwable thrown, Run run) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case RuleFailure failure -> {
                    return failure;
                }
                case RuleLimitException limit -> {
                    return limit;
                }
                case OverLimitException over -> {
                    return run.stopped(over, null, null, "");
                }
                default -> {}
            }
        }
        return thrown instanceof IllegalArgumentException wrong ? wrong : engine(thrown, run);
    }

    private static RuntimeException engine(Throwable thrown, Run run) {
        RuleInfo last = run.lastFired();
        String message = switch (thrown) {
            case StackOverflowError _ ->
                "what follows from one firing is nested too deeply: let rules conclude in fewer steps";
            case OutOfMemoryError _ -> "the memory ran out: insert fewer or smaller facts";
            default ->
                "the rule engine itself failed: " + reason(thrown)
                        + ". This is a fault of the engine, not of the rules. It is known of rules that have both no-loop and "
                        + "salience and whose conditions count what follows from their own conclusions: leave no-loop or "
                        + "salience out of them, or let another rule count";
        };
        return last == null
                ? new RuleLimitException("No rule has fired yet: " + message, null, thrown)
                : new RuleFailure(
                        last.name(),
                        new Place(last.file(), last.line(), 1),
                        "after this rule fired, " + message,
                        thrown);
    }

    /** The engine's own words, and where it said them: it often fails without any. */
    private static String reason(Throwable thrown) {
        Throwable first = thrown;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        String name = first.getClass().getSimpleName();
        String message = first.getMessage();
        boolean says = message != null && !message.startsWith(SAYS_NOTHING);
        return name + (says ? ": " + message : "") + in(first);
    }

    private static String in(Throwable first) {
        StackTraceElement place = Arrays.stream(first.getStackTrace())
                .filter(element -> element.getClassName().startsWith("org.drools."))
                .findFirst()
                .orElse(null);
        if (place == null) {
            return "";
        }
        String type = place.getClassName();
        return " (in " + type.substring(type.lastIndexOf('.') + 1) + "." + place.getMethodName() + ")";
    }
}

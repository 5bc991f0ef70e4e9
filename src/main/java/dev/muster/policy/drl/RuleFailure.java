package dev.muster.policy.drl;

import dev.muster.source.Place;

/** A rule could not go on: something was null that must not be, a number was divided by zero, … */
public final class RuleFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String rule;
    private final transient Place place;
    private final String told;

    public RuleFailure(String rule, Place place, String message, Throwable cause) {
        super(place + ": " + told(rule, message), cause);
        this.told = told(rule, message);
        this.rule = rule;
        this.place = place;
    }

    private static String told(String rule, String message) {
        return message + " (in rule \"" + rule + "\")";
    }

    /** What is the matter, for whoever tells the place themselves. */
    public String told() {
        return told;
    }

    public String rule() {
        return rule;
    }

    public Place place() {
        return place;
    }
}

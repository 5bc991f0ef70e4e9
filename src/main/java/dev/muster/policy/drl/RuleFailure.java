package dev.muster.policy.drl;

import dev.muster.source.Place;

/** A rule could not go on: something was null that must not be, a number was divided by zero, … */
public final class RuleFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String rule;
    private final transient Place place;

    public RuleFailure(String rule, Place place, String message, Throwable cause) {
        super(place + ": " + message + " (in rule \"" + rule + "\")", cause);
        this.rule = rule;
        this.place = place;
    }

    public String rule() {
        return rule;
    }

    public Place place() {
        return place;
    }
}

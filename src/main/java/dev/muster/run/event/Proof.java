package dev.muster.run.event;

/** How it is known that a person says something, and not a program in a person's name. */
public enum Proof {
    /** It is only said: whoever reaches Muster could say it. */
    NONE,

    /** With an API key. Programs that work for runs are never given one. */
    KEY,

    /** Typed at a terminal that was there before the run, so that no program of the run can have made it. */
    TERMINAL,

    /** Said by whoever started the run, before anything of it was at work: yes to all that is usual. Never enough at a hard gate. */
    STARTER;

    /** Whether it is a person's own word for this one thing. */
    public boolean isPersons() {
        return this == KEY || this == TERMINAL;
    }
}

package dev.muster.agent.executor;

import java.util.List;

/** What an earlier call handed in, as it is passed on. */
public record Handed(
        String step,
        String agent,
        Relation relation,
        String summary,
        String output,
        List<String> filesCreated,
        List<String> filesChanged) {
    public Handed {
        filesCreated = List.copyOf(filesCreated);
        filesChanged = List.copyOf(filesChanged);
    }

    /** What it is to whoever gets it. In this order it is told. */
    public enum Relation {
        /** What is to be judged. */
        SUBJECT,
        /** The agent's own work of the last round. */
        OWN,
        /** What the step builds on. */
        DEPENDENCY,
        /** Anything else that was done before. */
        EARLIER
    }
}

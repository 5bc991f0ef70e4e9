package dev.muster.run.event;

/** What is done about a trouble. Limits and hard gates hold whatever is proposed: what they forbid becomes a question. */
public sealed interface Remedy {
    Kind kind();

    /** What decided: words of the plan, or a rule. */
    String decidedBy();

    /** The run ends. */
    record Stop(String decidedBy) implements Remedy {
        @Override
        public Kind kind() {
            return Kind.STOP;
        }
    }

    /** It is noted, and the run goes on without. */
    record Report(String decidedBy) implements Remedy {
        @Override
        public Kind kind() {
            return Kind.REPORT;
        }
    }

    /** The same agent is called again. */
    record Retry(String decidedBy) implements Remedy {
        @Override
        public Kind kind() {
            return Kind.RETRY;
        }
    }

    /** The work goes back, with what was found, to those whose work it is. */
    record Rework(String decidedBy) implements Remedy {
        @Override
        public Kind kind() {
            return Kind.REWORK;
        }
    }

    /** A person decides. */
    record Ask(String decidedBy) implements Remedy {
        @Override
        public Kind kind() {
            return Kind.ASK;
        }
    }

    /** What can be done about a trouble. */
    enum Kind {
        STOP,
        REPORT,
        RETRY,
        REWORK,
        ASK
    }
}

package dev.muster.policy.draft;

import dev.muster.agent.AgentFile;
import java.util.List;

/**
 * One agent as the first pack sees it.
 *
 * @param words by which a task asks for it; empty where nothing tells it from the others
 * @param decide what a person must look at, in words
 */
record Draft(AgentFile agent, Kind kind, List<String> words, List<String> decide) {
    Draft {
        words = List.copyOf(words);
        decide = List.copyOf(decide);
    }

    String name() {
        return agent.name();
    }

    String role() {
        return switch (kind) {
            case SECURITY_REVIEW, CODE_REVIEW -> "reviewer";
            case BUILD -> "primary";
            case TEST, DOCUMENT, DEPLOY, PLAN -> "supporting";
        };
    }
}

package dev.muster.policy.draft;

import dev.muster.agent.AgentFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One agent as the first pack sees it.
 *
 * @param field in which it works; null where nothing says
 * @param words by which a task asks for it; empty where nothing tells it from the others
 * @param copy whether another agent with the same short name comes first
 */
record Draft(AgentFile agent, DraftKind kind, @Nullable Field field, List<String> words, boolean copy) {
    private static final String FIRST_DUTY = "Do your part of the task: ";

    Draft {
        words = List.copyOf(words);
    }

    static Draft of(AgentFile agent, TellingWords words) {
        DraftKind kind = DraftKind.of(agent);
        Field field = field(agent, kind);
        List<String> own = words.of(agent, field);
        boolean unreachable = own.isEmpty() && field == null;
        return new Draft(
                agent,
                kind,
                field,
                kind.reviews() ? List.of() : unreachable ? words.lastResort(agent) : own,
                words.isCopy(agent));
    }

    /** The last word of a name says most: a backend tester tests. Else what its kind is, else the description. */
    private static @Nullable Field field(AgentFile agent, DraftKind kind) {
        if (kind == DraftKind.CODE_REVIEW) {
            return null;
        }
        List<String> name = TellingWords.parts(TellingWords.shortName(agent)).reversed();
        for (String word : name) {
            for (Field field : Field.ALL) {
                if (field.claims(word)) {
                    return field;
                }
            }
        }
        Field most = null;
        for (Field field : Field.ALL) {
            if (hits(agent, field) >= 2 && (most == null || hits(agent, field) > hits(agent, most))) {
                most = field;
            }
        }
        return most;
    }

    /** A technology says more than a word that many use. */
    private static long hits(AgentFile agent, Field field) {
        return TellingWords.parts(TellingWords.text(agent)).stream()
                .filter(field::claims)
                .distinct()
                .mapToInt(word -> field.own().contains(word) ? 1 : 2)
                .sum();
    }

    /** How much its description says about its field. */
    long hits() {
        return field == null ? 0 : hits(agent, field);
    }

    /** Whether its name has its field's own word. */
    boolean namesField() {
        Field own = field;
        return own != null && nameParts().stream().anyMatch(own.own()::contains);
    }

    List<String> nameParts() {
        return TellingWords.parts(TellingWords.shortName(agent));
    }

    /** Somebody has to build where nobody but an architect is there. */
    Draft building() {
        return new Draft(agent, DraftKind.BUILD, field, words, copy);
    }

    String name() {
        return agent.name();
    }

    String task() {
        return FIRST_DUTY + DraftKind.firstSentence(agent);
    }

    String fieldName() {
        return field == null ? "" : field.name();
    }

    int fieldRank() {
        return field == null ? Field.ALL.size() : Field.ALL.indexOf(field);
    }

    String role() {
        return switch (kind) {
            case SECURITY_REVIEW, CODE_REVIEW -> "reviewer";
            case BUILD -> "primary";
            case TEST, DOCUMENT, DEPLOY, PLAN -> "supporting";
        };
    }
}

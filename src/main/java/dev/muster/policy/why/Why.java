package dev.muster.policy.why;

import dev.muster.fact.Evidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to why something is in a plan or not.
 *
 * @param plan the plan's id
 * @param pack the policy pack that was asked
 * @param version the version of the pack that was asked
 * @param planVersion the version that made the plan
 * @param about what was asked about
 * @param answers one for each thing of that name: an agent, a review, a trigger, …
 */
public record Why(String plan, String pack, String version, String planVersion, String about, List<Answer> answers) {
    public Why {
        answers = List.copyOf(answers);
    }

    /**
     * About one thing.
     *
     * @param chosen whether it is in the plan
     * @param sentence the answer in one sentence
     * @param because what chose it
     * @param rules each rule that could have chosen it and did not
     * @param facts what these rules would have needed that rules conclude, each with the rules that could have
     * @param enough changes of the text that would have brought it in, each tried by planning again
     */
    public record Answer(
            SubjectKind kind,
            String name,
            boolean chosen,
            String sentence,
            List<Support> because,
            List<Attempted> rules,
            List<Needed> facts,
            List<Enough> enough) {
        public Answer {
            because = List.copyOf(because);
            rules = List.copyOf(rules);
            facts = List.copyOf(facts);
            enough = List.copyOf(enough);
        }
    }

    /**
     * A fact that took part in choosing.
     *
     * @param file where it stands, for a row of a table
     * @param line its line there
     * @param words the words of the text that show it
     * @param because the rules that concluded it; none for what was there from the beginning
     */
    public record Support(
            String fact, @Nullable String file, @Nullable Integer line, List<Evidence> words, List<Said> because) {
        public Support {
            words = List.copyOf(words);
            because = List.copyOf(because);
        }
    }

    /** A rule that fired, and what it matched. */
    public record Said(String rule, String file, int line, String text, List<Support> from) {
        public Said {
            from = List.copyOf(from);
        }
    }

    /**
     * A rule that could have concluded something.
     *
     * @param ways how it could have, the nearest first; none where no row and no rule leads there
     */
    public record Attempted(String rule, String file, int line, String text, List<Option> ways) {
        public Attempted {
            ways = List.copyOf(ways);
        }
    }

    /**
     * One way.
     *
     * @param missing the conditions that were not met, in the rule's order: the first is the first that failed
     */
    public record Option(List<Missing> missing) {
        public Option {
            missing = List.copyOf(missing);
        }
    }

    /**
     * A condition that was not met.
     *
     * @param condition as it is written
     * @param sentence what is not as it would have to be
     * @param fact the fact that would have met it, by which it stands among the answer's facts; null where none would
     * @param words what would have shown it in the text
     */
    public record Missing(
            String condition,
            String file,
            int line,
            int column,
            String sentence,
            @Nullable String fact,
            List<SignalWords> words) {
        public Missing {
            words = List.copyOf(words);
        }
    }

    /** A fact that rules conclude and did not. */
    public record Needed(String fact, List<Attempted> rules) {
        public Needed {
            rules = List.copyOf(rules);
        }
    }

    /**
     * The words that show a signal.
     *
     * @param words each alone is enough
     * @param except words that do not count
     * @param inTitle whether they have to stand in the title, or in the first sentence where there is no title
     */
    public record SignalWords(
            String signal, String file, int line, List<String> words, List<String> except, boolean inTitle) {
        public SignalWords {
            words = List.copyOf(words);
            except = List.copyOf(except);
        }
    }

    /**
     * A change of the text that would have been enough.
     *
     * @param with words of each of these signals have to be in it
     * @param without words of these signals must not be in it
     */
    public record Enough(String sentence, List<SignalWords> with, List<String> without) {
        public Enough {
            with = List.copyOf(with);
            without = List.copyOf(without);
        }
    }
}

package dev.muster.policy.drl.loading;

import dev.muster.policy.drl.DrlSource;
import dev.muster.policy.drl.RuleInfo;
import dev.muster.policy.drl.Vocabulary;
import dev.muster.policy.drl.interpretation.Consequent;
import dev.muster.policy.drl.syntax.Condition;
import dev.muster.policy.drl.syntax.DrlFile;
import dev.muster.policy.drl.syntax.RuleTree;
import dev.muster.policy.drl.translation.QuerySignature;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a load leaves for the next one, so that only what changed is read and compiled again. Conditions are not kept: Drools
 * changes their objects while it builds its network, and sessions of the load before may still run on them.
 */
final class Earlier {
    private final Vocabulary vocabulary;
    private final Map<String, QuerySignature> signatures;
    private final Map<String, DrlFile> files = new LinkedHashMap<>();
    private final Map<RuleTree, Done> done = new IdentityHashMap<>();

    /**
     * A rule that was loaded.
     *
     * @param inherited the conditions that it took over, on which the names in its consequence depend
     */
    record Done(List<Condition> inherited, RuleInfo info, Consequent consequent) {}

    Earlier(Vocabulary vocabulary, Map<String, QuerySignature> signatures) {
        this.vocabulary = vocabulary;
        this.signatures = Map.copyOf(signatures);
    }

    void keep(DrlFile file) {
        files.put(file.source().path(), file);
    }

    void keep(RuleTree tree, Done rule) {
        done.put(tree, rule);
    }

    /** The tree of a file that has not changed. */
    @Nullable
    DrlFile file(DrlSource source) {
        DrlFile file = files.get(source.path());
        return file != null && file.source().text().equals(source.text()) ? file : null;
    }

    /** What was made of a rule that means the same as before. */
    @Nullable
    Done done(RuleTree tree, List<Condition> inherited) {
        Done before = done.get(tree);
        return before != null && same(before.inherited(), inherited) ? before : null;
    }

    private static boolean same(List<Condition> one, List<Condition> other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            if (one.get(i) != other.get(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether words and queries mean what they meant. */
    boolean fits(Vocabulary now, Map<String, QuerySignature> queries) {
        return vocabulary == now && signatures.equals(queries);
    }
}

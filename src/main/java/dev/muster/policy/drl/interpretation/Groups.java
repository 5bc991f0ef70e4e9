package dev.muster.policy.drl.interpretation;

import dev.muster.policy.drl.syntax.Expr;
import dev.muster.policy.drl.syntax.RuleTree;
import dev.muster.policy.drl.syntax.Statement;
import dev.muster.policy.drl.syntax.SyntaxError;
import dev.muster.source.Nearest;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The groups that rules are in. A focus on one that there is none of would do nothing, or fail inside the engine. */
public final class Groups {
    /** Where all rules are that name no group. */
    private static final String MAIN = "MAIN";

    private final Set<String> known = new TreeSet<>();

    public Groups(Collection<RuleTree> rules) {
        for (RuleTree rule : rules) {
            for (RuleTree.Attribute attribute : rule.attributes()) {
                if (attribute.name().equals("ruleflow-group")
                        && attribute.value() instanceof Expr.Literal literal
                        && literal.value() instanceof String group) {
                    known.add(group);
                }
            }
        }
    }

    /** Tells of each focus that a rule gives to a group that no rule is in. */
    public void check(RuleTree rule, Consumer<SyntaxError> refused) {
        rule.consequence().forEach(statement -> check(statement, refused));
    }

    private void check(Statement statement, Consumer<SyntaxError> refused) {
        switch (statement) {
            case Statement.If choice -> {
                check(choice.yes(), refused);
                Statement no = choice.no();
                if (no != null) {
                    check(no, refused);
                }
            }
            case Statement.ForEach loop -> check(loop.body(), refused);
            case Statement.For loop -> {
                check(loop.body(), refused);
                loop.after().forEach(after -> check(after, refused));
            }
            case Statement.Block block -> block.statements().forEach(inner -> check(inner, refused));
            case Statement.Run(int _, Expr.Call call) when call.name().equals("setFocus") -> check(call, refused);
            case Statement.Run _, Statement.Local _, Statement.Assign _, Statement.Modify _ -> {}
        }
    }

    private void check(Expr.Call call, Consumer<SyntaxError> refused) {
        if (call.arguments().size() == 1
                && call.arguments().getFirst() instanceof Expr.Literal literal
                && literal.value() instanceof String group
                && !group.equals(MAIN)
                && !known.contains(group)) {
            refused.accept(new SyntaxError(literal.at(), unknown(group) + "." + Nearest.hint(group, known)));
        }
    }

    static String unknown(String group) {
        return "no rule is in the ruleflow-group \"" + group + "\"";
    }
}

package dev.muster.policy.drl.loading;

import dev.muster.policy.drl.Made;
import dev.muster.policy.drl.Read;
import dev.muster.policy.drl.Vocabulary;
import dev.muster.policy.drl.VocabularyType;
import dev.muster.policy.drl.syntax.Condition;
import dev.muster.policy.drl.syntax.Expr;
import dev.muster.policy.drl.syntax.SourceText;
import dev.muster.policy.drl.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a rule makes and reads, as far as it stands in its text. */
final class RuleSummary {
    private final SourceText source;
    private final Vocabulary vocabulary;
    private final List<Made> makes = new ArrayList<>();
    private final List<Read> reads = new ArrayList<>();

    RuleSummary(SourceText source, Vocabulary vocabulary) {
        this.source = source;
        this.vocabulary = vocabulary;
    }

    List<Made> makes(List<Statement> statements) {
        statements.forEach(this::statement);
        return makes;
    }

    List<Read> reads(List<Condition> conditions) {
        conditions.forEach(this::condition);
        return reads;
    }

    private void condition(Condition condition) {
        switch (condition) {
            case Condition.Match match -> match(match);
            case Condition.And and -> and.parts().forEach(this::condition);
            case Condition.Or or -> or.branches().forEach(this::condition);
            case Condition.Not not -> condition(not.inner());
            case Condition.Exists exists -> condition(exists.inner());
            case Condition.ForAll forAll -> forAll.patterns().forEach(this::condition);
            case Condition.Accumulate accumulate -> condition(accumulate.source());
            case Condition.Eval eval -> {}
        }
    }

    private void match(Condition.Match match) {
        List<Read.Compared> compared = new ArrayList<>();
        match.constraints().forEach(constraint -> compared(constraint.expression(), compared));
        reads.add(new Read(match.type(), compared, source.place(match.typeAt())));
        switch (match.from()) {
            case Condition.Source.Collect collect -> condition(collect.pattern());
            case Condition.Source.Accumulated accumulated -> condition(accumulated.source());
            case Condition.Source.Values values -> {}
            case null -> {}
        }
    }

    private void compared(Expr expression, List<Read.Compared> compared) {
        switch (expression) {
            case Expr.Logical logical -> {
                compared(logical.left(), compared);
                compared(logical.right(), compared);
            }
            case Expr.Enclosed enclosed -> compared(enclosed.inner(), compared);
            case Expr.Bind bind -> compared(bind.value(), compared);
            case Expr.Relation relation -> {
                String operator = (relation.negated() ? "not " : "") + relation.operator();
                compared(relation.left(), operator, relation.right(), compared);
            }
            case Expr.In in ->
                in.options().forEach(option -> compared(in.left(), in.negated() ? "not in" : "in", option, compared));
            default -> {}
        }
    }

    private void compared(Expr left, String operator, Expr right, List<Read.Compared> compared) {
        String property = shown(left);
        if (property != null) {
            compared.add(new Read.Compared(
                    property, operator, literal(right), source.place(left.at()), source.place(right.at())));
        }
    }

    private @Nullable String shown(Expr expression) {
        return switch (expression) {
            case Expr.Name name -> name.name();
            case Expr.This self -> "this";
            case Expr.Member member -> {
                String target = shown(member.target());
                yield target == null ? null : target + "." + member.name();
            }
            case Expr.Call call
            when call.target() == null && call.arguments().size() == 1 -> {
                Object argument = literal(call.arguments().getFirst());
                yield argument == null ? null : call.name() + "(\"" + argument + "\")";
            }
            default -> null;
        };
    }

    private @Nullable Object literal(Expr expression) {
        return switch (expression) {
            case Expr.Literal literal -> literal.value();
            case Expr.Enclosed enclosed -> literal(enclosed.inner());
            case Expr.Member member
            when member.target() instanceof Expr.Name name -> {
                VocabularyType type = vocabulary.type(name.name());
                yield type == null ? null : type.constants().get(member.name());
            }
            default -> null;
        };
    }

    private void statement(Statement statement) {
        switch (statement) {
            case Statement.Local local -> made(local.value());
            case Statement.Assign assign -> made(assign.value());
            case Statement.If choice -> {
                statement(choice.yes());
                Statement no = choice.no();
                if (no != null) {
                    statement(no);
                }
            }
            case Statement.ForEach loop -> statement(loop.body());
            case Statement.For loop -> statement(loop.body());
            case Statement.Block block -> block.statements().forEach(this::statement);
            case Statement.Run run -> made(run.expression());
            case Statement.Modify modify -> modify.changes().forEach(this::statement);
        }
    }

    private void made(Expr expression) {
        switch (expression) {
            case Expr.New made -> {
                List<Made.Argument> arguments = made.arguments().stream()
                        .map(argument -> new Made.Argument(literal(argument), source.place(argument.at())))
                        .toList();
                makes.add(new Made(made.type(), arguments, source.place(made.at())));
                made.arguments().forEach(this::made);
            }
            case Expr.Call call -> call.arguments().forEach(this::made);
            case Expr.Enclosed enclosed -> made(enclosed.inner());
            case Expr.ListOf list -> list.items().forEach(this::made);
            case Expr.Conditional conditional -> {
                made(conditional.yes());
                made(conditional.no());
            }
            default -> {}
        }
    }
}

package dev.muster.policy.drl.network;

import dev.muster.policy.drl.session.Run;
import org.drools.base.rule.Declaration;
import org.drools.base.rule.Pattern;
import org.drools.base.rule.QueryArgument;
import org.drools.base.rule.QueryElement;

/** The call of a query. Drools asks for its query's name at each call, so that one which calls itself for ever is noticed. */
final class QueryCall extends QueryElement {
    private static final long serialVersionUID = 1L;

    QueryCall(
            Pattern result,
            String query,
            QueryArgument[] arguments,
            int[] open,
            Declaration[] required,
            boolean openQuery) {
        super(result, query, arguments, open, required, openQuery, false);
    }

    @Override
    public String getQueryName() {
        String name = super.getQueryName();
        Run.noteCall(name);
        return name;
    }

    @Override
    @SuppressWarnings("MethodDoesntCallSuperMethod")
    public QueryCall clone() {
        return new QueryCall(
                getResultPattern().clone(),
                super.getQueryName(),
                getArguments(),
                getVariableIndexes(),
                getRequiredDeclarations(),
                isOpenQuery());
    }
}

package dev.muster.policy.drl.interpretation;

import dev.muster.limit.OverLimitException;
import dev.muster.policy.drl.session.Run;
import org.drools.base.rule.Declaration;
import org.drools.base.rule.Pattern;
import org.drools.base.rule.QueryArgument;
import org.drools.base.rule.QueryElement;

/** The call of a query. Drools asks for its query's name at each call, so that one which calls itself for ever is noticed. */
public final class QueryCall extends QueryElement {
    private static final long serialVersionUID = 1L;

    private final transient Origin origin;

    public QueryCall(
            Origin origin,
            Pattern result,
            String query,
            QueryArgument[] arguments,
            int[] open,
            Declaration[] required,
            boolean openQuery) {
        super(result, query, arguments, open, required, openQuery, false);
        this.origin = origin;
    }

    @Override
    public String getQueryName() {
        String name = super.getQueryName();
        try {
            Run.noteCall(name);
        } catch (OverLimitException e) {
            throw origin.failure(e, null);
        }
        return name;
    }

    @Override
    @SuppressWarnings("MethodDoesntCallSuperMethod")
    public QueryCall clone() {
        return new QueryCall(
                origin,
                getResultPattern().clone(),
                super.getQueryName(),
                getArguments(),
                getVariableIndexes(),
                getRequiredDeclarations(),
                isOpenQuery());
    }
}

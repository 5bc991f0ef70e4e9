package dev.muster.policy.drl.session;

import dev.muster.limit.Allowance;
import dev.muster.policy.drl.Derived;
import dev.muster.policy.drl.Firing;
import dev.muster.policy.drl.Inference;
import dev.muster.policy.drl.QueryInfo;
import dev.muster.policy.drl.SessionLimits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.drools.core.common.InternalFactHandle;
import org.drools.core.common.InternalWorkingMemory;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;
import org.kie.api.runtime.rule.QueryResults;
import org.kie.api.runtime.rule.QueryResultsRow;
import org.kie.api.runtime.rule.Variable;

/** Runs a rule base over facts in a session of its own. */
public final class Inferences {
    private static final Comparator<Object> BY_AGE =
            Comparator.comparingLong(handle -> ((InternalFactHandle) handle).getId());

    private final KieBase base;
    private final Map<String, QueryInfo> queries;

    public Inferences(KieBase base, Map<String, QueryInfo> queries) {
        this.base = base;
        this.queries = queries;
    }

    /** A call of a query once the rules are done; null for an argument leaves it open. */
    public record Ask(String query, List<@Nullable Object> arguments) {}

    public Inference infer(Collection<?> facts, SessionLimits limits, List<Ask> asks, Consumer<Firing> listener) {
        return within(limits, listener, true, (session, run) -> infer(session, run, facts, asks));
    }

    private Inference infer(KieSession session, Run run, Collection<?> facts, List<Ask> asks) {
        insertAll(session, run, facts);
        session.fireAllRules();
        return new Inference(derived(session, run), run.firings(), inMemory(session), found(session, asks));
    }

    /** What is in working memory at the end, without a record of why. */
    public List<Object> conclude(Collection<?> facts, SessionLimits limits) {
        return within(limits, firing -> {}, false, (session, run) -> {
            insertAll(session, run, facts);
            session.fireAllRules();
            return inMemory(session);
        });
    }

    /** Something to do with a session. */
    private interface Work<T> {
        T in(KieSession session, Run run);
    }

    /** A session is part of the work for a plan, whose clock goes on; on its own it has the time of its limits. */
    private <T> T within(SessionLimits limits, Consumer<Firing> listener, boolean recording, Work<T> work) {
        if (Allowance.isBound()) {
            return running(new Run(limits, Allowance.current(), listener, recording), work);
        }
        Allowance own = Allowance.of(limits.maxTime());
        return own.spentOn(() -> running(new Run(limits, own, listener, recording), work));
    }

    private <T> T running(Run run, Work<T> work) {
        return Run.carrying(run).call(() -> {
            KieSession session = base.newKieSession();
            run.begins(((InternalWorkingMemory) session)::flushPropagations);
            try {
                return work.in(session, run);
            } catch (RuntimeException | Error e) {
                throw EngineFailure.told(e, run);
            } finally {
                session.dispose();
            }
        });
    }

    private static void insertAll(KieSession session, Run run, Collection<?> facts) {
        for (Object fact : facts) {
            run.entered(session.insert(fact));
        }
    }

    private static List<Object> inMemory(KieSession session) {
        Object[] facts = new Object[Math.toIntExact(session.getFactCount())];
        int count = 0;
        for (FactHandle handle : session.getFactHandles()) {
            facts[count++] = handle;
        }
        Arrays.sort(facts, BY_AGE);
        for (int i = 0; i < facts.length; i++) {
            facts[i] = ((InternalFactHandle) facts[i]).getObject();
        }
        return Arrays.asList(facts);
    }

    private static List<Derived> derived(KieSession session, Run run) {
        Map<InternalFactHandle, Firing> stated = stated(run);
        List<InternalFactHandle> handles = LogicalReasons.handles(session);
        if (!stated.isEmpty()) {
            handles.removeIf(stated::containsKey);
            handles.addAll(stated.keySet());
        }
        handles.sort(BY_AGE);
        List<Derived> derived = new ArrayList<>(handles.size());
        for (InternalFactHandle handle : handles) {
            Firing inserted = stated.get(handle);
            List<Firing> reasons = inserted == null ? LogicalReasons.of(handle) : List.of(inserted);
            if (!reasons.isEmpty()) {
                derived.add(new Derived(handle.getObject(), reasons));
            }
        }
        return stated.isEmpty() ? derived : merged(derived);
    }

    /** What was inserted for good and is still there; a fact that was so is held up by nothing else. */
    private static Map<InternalFactHandle, Firing> stated(Run run) {
        if (run.insertions().isEmpty()) {
            return Map.of();
        }
        Map<InternalFactHandle, Firing> stated = new IdentityHashMap<>();
        for (Run.Insertion insertion : run.insertions()) {
            InternalFactHandle handle = (InternalFactHandle) insertion.handle();
            if (handle.isValid() && handle.getObject() != null) {
                stated.put(handle, insertion.firing());
            }
        }
        return stated;
    }

    /** Truth maintenance makes one fact of equal ones; stated facts can be equal without being one. */
    private static List<Derived> merged(List<Derived> all) {
        Map<Object, List<Firing>> reasons = new LinkedHashMap<>();
        for (Derived derived : all) {
            reasons.computeIfAbsent(derived.fact(), key -> new ArrayList<>()).addAll(derived.reasons());
        }
        return reasons.entrySet().stream()
                .map(entry -> new Derived(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Map<String, List<Map<String, @Nullable Object>>> found(KieSession session, List<Ask> asks) {
        if (asks.isEmpty()) {
            return Map.of();
        }
        Map<String, List<Map<String, @Nullable Object>>> found = new LinkedHashMap<>();
        for (Ask ask : asks) {
            found.put(ask.query(), rows(session, ask));
        }
        return found;
    }

    private List<Map<String, @Nullable Object>> rows(KieSession session, Ask ask) {
        QueryInfo query = queries.get(ask.query());
        if (query == null || query.parameters().size() != ask.arguments().size()) {
            throw new IllegalArgumentException("There is no query " + ask.query() + " with "
                    + ask.arguments().size() + " parameters");
        }
        Object[] arguments = ask.arguments().stream()
                .map(argument -> argument == null ? Variable.v : argument)
                .toArray();
        QueryResults results = session.getQueryResults(ask.query(), arguments);
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (QueryResultsRow row : results) {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            for (String name : results.getIdentifiers()) {
                if (!name.startsWith("_")) {
                    values.put(name, row.get(name));
                }
            }
            rows.add(values);
        }
        return rows;
    }
}

package dev.muster.policy.drl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.drools.core.common.InternalFactHandle;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieSession;

/** Drools' own compiler: what it makes of the same rules and facts is what ours must make of them. */
final class Oracle implements AutoCloseable {
    private final KieContainer container;

    private Oracle(KieContainer container) {
        this.container = container;
    }

    /** What came of a session: each firing, and what was in working memory at its end. */
    record Outcome(List<String> firings, List<String> facts) {}

    /** Rules that Drools' compiler refuses. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    static Oracle of(String drl) {
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem();
        files.write("src/main/resources/rules/rules.drl", header() + drl);
        KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new Refused(
                    builder.getResults().getMessages(Message.Level.ERROR).toString());
        }
        return new Oracle(services.newKieContainer(services.getRepository().getDefaultReleaseId()));
    }

    private static String header() {
        return "package rules; import java.util.*; "
                + Shop.types().stream()
                        .map(type -> "import " + type.getCanonicalName() + "; ")
                        .collect(Collectors.joining());
    }

    Outcome run(List<?> facts) {
        KieSession session = container.newKieSession();
        List<String> firings = new ArrayList<>();
        session.addEventListener(new DefaultAgendaEventListener() {
            @Override
            public void beforeMatchFired(BeforeMatchFiredEvent event) {
                firings.add(event.getMatch().getRule().getName() + " "
                        + shown(event.getMatch().getObjects()));
            }
        });
        try {
            facts.forEach(session::insert);
            session.fireAllRules(2_000);
            List<String> left = session.getFactHandles().stream()
                    .sorted((a, b) -> Long.compare(((InternalFactHandle) a).getId(), ((InternalFactHandle) b).getId()))
                    .map(handle -> shown(session.getObject(handle)))
                    .toList();
            return new Outcome(firings, left);
        } finally {
            session.dispose();
        }
    }

    KieSession session() {
        return container.newKieSession();
    }

    static String shown(Object value) {
        return switch (value) {
            case null -> "null";
            case Object[] array -> Arrays.toString(array);
            default -> value.toString();
        };
    }

    static String shown(List<?> values) {
        return values.stream().map(Oracle::shown).collect(Collectors.joining(", ", "[", "]"));
    }

    @Override
    public void close() {
        container.dispose();
    }
}

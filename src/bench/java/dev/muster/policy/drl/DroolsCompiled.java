package dev.muster.policy.drl;

import dev.muster.fact.Conclusion;
import dev.muster.fact.Row;
import dev.muster.fact.Signal;
import dev.muster.fact.TaskType;
import dev.muster.fact.Trigger;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.Results;
import org.kie.api.runtime.KieSession;

/** Drools as it comes: rules compiled by its own compiler, run in its own session. */
final class DroolsCompiled {
    private static final String HEADER = "package bench; import java.util.*; "
            + Stream.of(Conclusion.class, Row.class, Signal.class, TaskType.class, Trigger.class)
                    .map(type -> "import " + type.getCanonicalName() + "; ")
                    .collect(Collectors.joining());

    private DroolsCompiled() {}

    static KieBase compile(List<DrlSource> sources) {
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem();
        sources.forEach(
                source -> files.write("src/main/resources/bench/" + source.path(), HEADER + source.text()));
        Results results = services.newKieBuilder(files)
                .buildAll(ExecutableModelProject.class)
                .getResults();
        if (results.hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException(results.getMessages(Message.Level.ERROR).toString());
        }
        return services.newKieContainer(services.getRepository().getDefaultReleaseId())
                .getKieBase();
    }

    static List<Object> run(KieBase base, List<Object> facts) {
        KieSession session = base.newKieSession();
        try {
            facts.forEach(session::insert);
            session.fireAllRules();
            return List.copyOf(session.getObjects());
        } finally {
            session.dispose();
        }
    }
}

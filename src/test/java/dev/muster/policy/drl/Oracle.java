package dev.muster.policy.drl;

import dev.muster.policy.drl.loading.RuleBase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.drools.base.reteoo.InitialFactImpl;
import org.drools.core.common.InternalFactHandle;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.Results;
import org.kie.api.builder.model.KieModuleModel;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieSession;

/** Drools' own compiler: what it makes of the same rules and facts is what ours must make of them. */
public final class Oracle implements AutoCloseable {
    static final int MOST_FIRINGS = 500;

    private static final Pattern FAILED = Pattern.compile("kieBase=(p\\d+)");

    private final Map<String, String> packages = new LinkedHashMap<>();
    private final Map<String, String> refused = new LinkedHashMap<>();
    private final KieContainer container;

    /** Compiles sets of rules by name, all at once, since one call of the compiler costs more than what it compiles. */
    public Oracle(Map<String, String> drl) {
        drl.keySet().forEach(name -> packages.put(name, "p" + packages.size()));
        Map<String, String> left = new LinkedHashMap<>(drl);
        while (!compiles(left)) {
            left.keySet().removeAll(refused.keySet());
        }
        container = KieServices.get()
                .newKieContainer(KieServices.get().getRepository().getDefaultReleaseId());
    }

    private boolean compiles(Map<String, String> drl) {
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem();
        KieModuleModel module = services.newKieModuleModel();
        drl.forEach((name, text) -> {
            String folder = packages.getOrDefault(name, name);
            files.write("src/main/resources/" + folder + "/rules.drl", header(folder) + text);
            module.newKieBaseModel(folder).addPackage(folder);
        });
        files.writeKModuleXML(module.toXML());
        Results results = services.newKieBuilder(files)
                .buildAll(ExecutableModelProject.class)
                .getResults();
        results.getMessages(Message.Level.ERROR).forEach(message -> refuse(message.toString()));
        return !results.hasMessages(Message.Level.ERROR);
    }

    private void refuse(String message) {
        Matcher failed = FAILED.matcher(message);
        if (!failed.find()) {
            failed = Pattern.compile("(p\\d+)/").matcher(message);
            if (!failed.find()) {
                throw new IllegalStateException(message);
            }
        }
        String folder = failed.group(1);
        packages.forEach((name, own) -> {
            if (own.equals(folder)) {
                refused.put(name, message);
            }
        });
    }

    /** The sets that Drools' compiler refuses, with its message. */
    public Map<String, String> refused() {
        return refused;
    }

    /** What came of a session: each firing, and what was in working memory at its end; or that it failed. */
    public record Outcome(List<String> firings, List<String> facts, boolean failed) {}

    private static String header(String folder) {
        return "package " + folder + "; import java.util.*; "
                + Shop.types().stream()
                        .map(type -> "import " + type.getCanonicalName() + "; ")
                        .collect(Collectors.joining());
    }

    /** Drools puts no limit to what a join makes; running out of memory is its way to fail where ours is stopped. */
    public Outcome run(String name, List<?> facts) {
        try {
            return runWithoutLimit(name, facts);
        } catch (OutOfMemoryError e) {
            return new Outcome(List.of(), List.of(), true);
        }
    }

    private Outcome runWithoutLimit(String name, List<?> facts) {
        KieSession session = container.getKieBase(packages.get(name)).newKieSession();
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
            session.fireAllRules(MOST_FIRINGS);
            if (firings.size() >= MOST_FIRINGS) {
                return new Outcome(List.of(), List.of(), true);
            }
            List<String> left = session.getFactHandles().stream()
                    .sorted((a, b) -> Long.compare(((InternalFactHandle) a).getId(), ((InternalFactHandle) b).getId()))
                    .map(handle -> shown(session.getObject(handle)))
                    .toList();
            return new Outcome(firings, left, false);
        } catch (RuntimeException e) {
            return new Outcome(List.of(), List.of(), true);
        } finally {
            session.dispose();
        }
    }

    /** Whether ours stops rules for what they would take in memory. Drools has no such limit and fills all there is. */
    public static boolean fillsMemory(RuleBase rules, List<?> facts) {
        try {
            rules.infer(facts, new SessionLimits(MOST_FIRINGS, Duration.ofMinutes(1)));
            return false;
        } catch (RuleLimitException e) {
            return String.valueOf(e.getMessage()).contains("combinations of facts");
        } catch (RuleFailure e) {
            return false;
        }
    }

    public static Outcome ours(RuleBase rules, List<?> facts) {
        List<String> firings = new ArrayList<>();
        SessionLimits limits = new SessionLimits(MOST_FIRINGS, Duration.ofMinutes(1));
        try {
            Inference inference = rules.infer(
                    facts,
                    limits,
                    List.of(),
                    firing -> firings.add(firing.rule().name() + " " + shown(firing.matched())));
            return new Outcome(
                    firings, inference.facts().stream().map(Oracle::shown).toList(), false);
        } catch (RuleFailure | RuleLimitException e) {
            return new Outcome(List.of(), List.of(), true);
        }
    }

    static String shown(Object value) {
        return switch (value) {
            case null -> "null";
            case Object[] array -> Arrays.toString(array);
            default -> value.toString();
        };
    }

    static String shown(List<?> values) {
        return values.stream()
                .filter(value -> !(value instanceof InitialFactImpl))
                .map(Oracle::shown)
                .collect(Collectors.joining(", ", "[", "]"));
    }

    @Override
    public void close() {
        container.dispose();
    }
}

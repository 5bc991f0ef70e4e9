package dev.muster.app.authoring;

import dev.muster.agent.AgentCatalogue;
import dev.muster.agent.Diagnostic;
import dev.muster.agent.Diagnostic.Severity;
import dev.muster.app.policies.PolicyFiles;
import dev.muster.policy.files.FileTree;
import dev.muster.source.FaultException;
import dev.muster.source.Faults;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Looks through agent files, also where they keep their pack from being read. */
@ApplicationScoped
public class AgentBench {
    private final PolicyFiles files;

    AgentBench(PolicyFiles files) {
        this.files = files;
    }

    /** How many agents there are, and what there is to say about their files, by place. */
    public record Report(int agents, List<Diagnostic> diagnostics) {
        public Report {
            diagnostics = List.copyOf(diagnostics);
        }
    }

    /** Looks through the agents of one pack, or of all. */
    public Report check(@Nullable String pack) {
        FileTree tree = files.read().agents();
        int agents = 0;
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (String folder : tree.folders()) {
            if (pack == null || pack.equals(folder)) {
                Report report = check(tree.in(folder));
                agents += report.agents();
                diagnostics.addAll(report.diagnostics());
            }
        }
        return new Report(agents, diagnostics);
    }

    private static Report check(FileTree folder) {
        Map<String, String> texts = new TreeMap<>();
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (String path : folder.paths()) {
            Faults faults = new Faults();
            texts.put(path, folder.text(path, faults));
            faults.sorted().forEach(fault -> diagnostics.add(error("encoding", fault)));
        }
        folder.faults().forEach(fault -> diagnostics.add(error("unreadable", fault)));
        int agents = 0;
        Map<String, String> readable = new TreeMap<>();
        for (Map.Entry<String, String> file : texts.entrySet()) {
            try {
                AgentCatalogue alone = AgentCatalogue.of(Map.of(file.getKey(), file.getValue()));
                agents += alone.agents().size();
                diagnostics.addAll(alone.diagnostics());
                readable.put(file.getKey(), file.getValue());
            } catch (FaultException e) {
                e.faults().forEach(fault -> diagnostics.add(error("unreadable", fault)));
            }
        }
        try {
            AgentCatalogue.of(readable);
        } catch (FaultException e) {
            e.faults().forEach(fault -> diagnostics.add(error("duplicate-name", fault)));
        }
        return new Report(agents, diagnostics.stream().sorted().toList());
    }

    private static Diagnostic error(String check, dev.muster.source.Fault fault) {
        return new Diagnostic(Severity.ERROR, check, fault.place(), fault.message());
    }
}

package dev.muster.run.report;

import dev.muster.agent.executor.Finding;
import dev.muster.agent.executor.Outcome.Succeeded;
import dev.muster.run.event.RunEvent.FollowUpRecorded;
import dev.muster.run.report.RunReport.Component;
import dev.muster.run.state.Route;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What agents handed in, over all rounds. */
final class HandedIn {
    private final Map<String, Work> works = new LinkedHashMap<>();
    private final Set<String> followUps = new LinkedHashSet<>();
    private final Set<String> links = new LinkedHashSet<>();

    private static final class Work {
        private final Set<String> created = new TreeSet<>();
        private final Set<String> changed = new TreeSet<>();
        private String summary = "";
        private List<String> nextSteps = List.of();
    }

    void add(String step, boolean review, Succeeded handed) {
        followUps.addAll(handed.followUps());
        links.addAll(handed.links());
        if (!review) {
            Work work = works.computeIfAbsent(step, name -> new Work());
            work.created.addAll(handed.filesCreated());
            work.changed.addAll(handed.filesChanged());
            work.changed.removeAll(work.created);
            work.summary = handed.summary();
            work.nextSteps = handed.nextSteps();
        }
    }

    void followUp(FollowUpRecorded e) {
        followUps.add(line(e.finding()));
    }

    static String line(Finding finding) {
        String line = finding.line() == null ? "" : ":" + finding.line();
        return finding.file() == null ? finding.text() : finding.file() + line + ": " + finding.text();
    }

    List<String> filesCreated() {
        return works.values().stream()
                .flatMap(work -> work.created.stream())
                .distinct()
                .sorted()
                .toList();
    }

    List<String> filesChanged() {
        List<String> created = filesCreated();
        return works.values().stream()
                .flatMap(work -> work.changed.stream())
                .filter(file -> !created.contains(file))
                .distinct()
                .sorted()
                .toList();
    }

    List<String> nextSteps() {
        return works.values().stream()
                .flatMap(work -> work.nextSteps.stream())
                .distinct()
                .toList();
    }

    List<String> followUps() {
        return List.copyOf(followUps);
    }

    List<String> links() {
        return List.copyOf(links);
    }

    /** By module; where a step is in none, by its phase. In the order of the plan. */
    List<Component> components(Route route) {
        Map<String, List<String>> steps = new LinkedHashMap<>();
        for (Route.RunStep stop : route.steps()) {
            if (works.containsKey(stop.name())) {
                String module = stop.step().module();
                String name = module != null
                        ? module
                        : route.phases().get(stop.phase()).name();
                steps.computeIfAbsent(name, component -> new ArrayList<>()).add(stop.name());
            }
        }
        return steps.entrySet().stream()
                .map(entry -> component(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Component component(String name, List<String> steps) {
        return new Component(
                name,
                steps,
                works(steps).map(work -> work.summary).toList(),
                works(steps)
                        .flatMap(work -> work.created.stream())
                        .distinct()
                        .sorted()
                        .toList(),
                works(steps)
                        .flatMap(work -> work.changed.stream())
                        .distinct()
                        .sorted()
                        .toList());
    }

    private Stream<Work> works(List<String> steps) {
        return steps.stream().flatMap(step -> Stream.ofNullable(works.get(step)));
    }
}

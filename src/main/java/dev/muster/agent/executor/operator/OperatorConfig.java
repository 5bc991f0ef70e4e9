package dev.muster.agent.executor.operator;

import dev.muster.agent.executor.RehearsalSettings;
import dev.muster.agent.executor.program.CheckSettings;
import dev.muster.agent.executor.program.CommandSettings;
import dev.muster.source.Place;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What {@code operator.yaml} says.
 *
 * @param executors by name, those that are always there included
 * @param agents who is called how; the last entry that fits counts
 * @param workspaces the folders that runs of other people may work in
 */
public record OperatorConfig(
        CheckSettings checks, SortedMap<String, Settings> executors, List<Entry> agents, Workspaces workspaces) {
    public static final String REHEARSAL = "rehearsal";

    /** Executors that need no configuration. */
    static final SortedMap<String, Settings> ALWAYS = Collections.unmodifiableSortedMap(new TreeMap<>(java.util.Map.of(
            REHEARSAL,
            new Settings.Rehearsed(RehearsalSettings.USUAL),
            "worker",
            new Settings.Worker(Duration.ofSeconds(60)),
            "person",
            new Settings.Person())));

    /** No file: nothing may be started, and nobody is called. */
    public static final OperatorConfig NONE =
            new OperatorConfig(CheckSettings.NOTHING_ALLOWED, ALWAYS, List.of(), Workspaces.NONE);

    public OperatorConfig {
        executors = Collections.unmodifiableSortedMap(new TreeMap<>(executors));
        agents = List.copyOf(agents);
    }

    /** One executor. */
    public sealed interface Settings {
        record Command(CommandSettings settings) implements Settings {}

        record Worker(Duration lease) implements Settings {}

        record Person() implements Settings {}

        record Rehearsed(RehearsalSettings settings) implements Settings {}
    }

    /** Which agents an executor is for; {@code *} stands for any characters of a name. */
    public record Entry(String pack, String agent, String executor, Place place) {}
}

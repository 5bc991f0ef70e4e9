package dev.muster.agent.executor.operator;

import dev.muster.agent.executor.RehearsalSettings;
import dev.muster.agent.executor.program.CheckSettings;
import dev.muster.agent.executor.program.protocol.CommandSettings;
import dev.muster.secret.Secret;
import dev.muster.source.Place;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

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

    /** All values that programs are given, by the names of their variables. */
    public List<Secret> secrets(Map<String, String> own) {
        Stream<String> ofExecutors = executors.values().stream()
                .flatMap(settings -> settings instanceof Settings.Command(var command)
                        ? command.environment().stream()
                        : Stream.empty());
        return Stream.concat(ofExecutors, checks.environment().stream())
                .distinct()
                .map(entry -> secret(entry, own))
                .filter(secret -> !secret.value().isEmpty())
                .toList();
    }

    private static Secret secret(String entry, Map<String, String> own) {
        int equals = entry.indexOf('=');
        return equals < 0
                ? new Secret(entry, own.getOrDefault(entry, ""))
                : new Secret(entry.substring(0, equals), entry.substring(equals + 1));
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

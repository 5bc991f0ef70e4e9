package dev.muster.plan;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a pack knows about the code that its agents work on.
 *
 * @param repositories those that work may change
 * @param repositoryOfModule names of repositories by module
 * @param testLayers the kinds of tests there are, and where each has its place
 * @param delivery how finished work leaves the house; null where it just stays
 */
public record CodeBase(
        List<Repository> repositories,
        Map<String, String> repositoryOfModule,
        List<TestLayer> testLayers,
        @Nullable Delivery delivery) {
    public static final CodeBase UNKNOWN = new CodeBase(List.of(), Map.of(), List.of(), null);

    public CodeBase {
        repositories = List.copyOf(repositories);
        repositoryOfModule = Map.copyOf(new TreeMap<>(repositoryOfModule));
        testLayers = List.copyOf(testLayers);
    }

    public List<String> layerNames() {
        return testLayers.stream().map(TestLayer::name).toList();
    }

    @Nullable
    public TestLayer layer(@Nullable String name) {
        return testLayers.stream()
                .filter(layer -> layer.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** A repository, and where it is checked out relative to the workspace. */
    public record Repository(String name, String path, Because because) {}

    /** A kind of tests, where such tests stand, and what they are for. */
    public record TestLayer(String name, String location, String purpose) {}

    /** Who hands the work in, and what belongs to that. */
    public record Delivery(String agent, List<Action> actions, Because because) {
        public Delivery {
            actions = List.copyOf(actions);
        }
    }

    /** What handing in consists of. */
    public enum Action {
        PUSH_BRANCHES,
        OPEN_MISSING_PULL_REQUESTS,
        RESOLVE_ERRORS
    }
}

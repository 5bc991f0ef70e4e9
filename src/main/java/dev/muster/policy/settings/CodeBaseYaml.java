package dev.muster.policy.settings;

import dev.muster.plan.CodeBase;
import dev.muster.plan.CodeBase.Action;
import dev.muster.plan.CodeBase.Delivery;
import dev.muster.plan.CodeBase.Repository;
import dev.muster.plan.CodeBase.TestLayer;
import dev.muster.source.Nearest;
import dev.muster.source.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads what {@code pack.yaml} says about repositories, modules in them, layers of tests, and handing in. */
record CodeBaseYaml(YamlNode root) {
    CodeBase read() {
        List<Repository> repositories = root.get("repositories").items().stream()
                .map(CodeBaseYaml::repository)
                .toList();
        return new CodeBase(
                repositories,
                repositoryOfModule(repositories),
                root.get("testLayers").items().stream().map(CodeBaseYaml::layer).toList(),
                delivery(root.get("delivery")));
    }

    private static Repository repository(YamlNode node) {
        node.onlyKeys("name", "path");
        String name = node.required("name").text();
        return new Repository(
                name,
                node.get("path").textOr("."),
                PackYaml.because(node, "repositories", "the pack works in " + name));
    }

    private Map<String, String> repositoryOfModule(List<Repository> repositories) {
        List<String> names = repositories.stream().map(Repository::name).toList();
        Map<String, String> byModule = new TreeMap<>();
        for (YamlNode module : root.get("modules").items()) {
            YamlNode repository = module.get("repository");
            if (repository.isPresent()) {
                if (!names.contains(repository.text())) {
                    repository.fault("No repository is called \"" + repository.text() + "\"."
                            + Nearest.hint(repository.text(), names));
                }
                byModule.put(module.get("name").text(), repository.text());
            }
        }
        return byModule;
    }

    private static TestLayer layer(YamlNode node) {
        node.onlyKeys("name", "location", "purpose");
        return new TestLayer(
                node.required("name").text(),
                node.required("location").text(),
                node.get("purpose").textOr(""));
    }

    private static @Nullable Delivery delivery(YamlNode node) {
        if (!node.isPresent()) {
            return null;
        }
        node.onlyKeys("agent", "actions");
        String agent = node.required("agent").text();
        List<Action> actions = node.required("actions").items().stream()
                .map(action -> PackYaml.word(action, Action.PUSH_BRANCHES, Action.class))
                .toList();
        return new Delivery(agent, actions, PackYaml.because(node, "delivery", agent + " hands the work in"));
    }
}

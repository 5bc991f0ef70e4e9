package dev.muster.agent.executor.operator;

import dev.muster.agent.executor.Purpose;
import dev.muster.agent.executor.RehearsalSettings;
import dev.muster.agent.executor.RehearsalSettings.Ending;
import dev.muster.agent.executor.RehearsalSettings.Line;
import dev.muster.source.YamlNode;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads how rehearsed calls go. */
record RehearsalYaml(YamlNode node) {
    RehearsalSettings read() {
        node.onlyKeys("kind", "failures", "changes", "minutes", "script");
        YamlNode minutes = node.get("minutes");
        List<YamlNode> ends = minutes.items();
        if (minutes.isList() && ends.size() != 2) {
            minutes.fault("Say the least and the most minutes that work takes, as in [2, 20].");
        }
        RehearsalSettings usual = RehearsalSettings.USUAL;
        Duration shortest = ends.size() == 2 ? OperatorYaml.minutes(ends.get(0), usual.shortest()) : usual.shortest();
        Duration longest = ends.size() == 2 ? OperatorYaml.minutes(ends.get(1), usual.longest()) : usual.longest();
        if (shortest.compareTo(longest) > 0) {
            minutes.fault("The least comes before the most.");
        }
        return new RehearsalSettings(
                share(node.get("failures"), usual.failures()),
                share(node.get("changes"), usual.changes()),
                shortest,
                longest,
                node.get("script").items().stream().map(RehearsalYaml::line).toList());
    }

    private static double share(YamlNode node, double absent) {
        double share = node.numberOr(absent);
        if (!(share >= 0 && share <= 1)) {
            node.fault("A share is from 0 to 1; found " + share + ".");
        }
        return share;
    }

    private static Line line(YamlNode node) {
        node.onlyKeys("agent", "step", "purpose", "round", "attempt", "check", "outcome", "minutes");
        boolean purpose = node.has("purpose");
        return new Line(
                text(node.get("agent")),
                text(node.get("step")),
                purpose ? word(node.get("purpose"), Purpose.WORK, Purpose.class) : null,
                number(node.get("round")),
                number(node.get("attempt")),
                text(node.get("check")),
                word(node.required("outcome"), Ending.DONE, Ending.class),
                node.get("minutes").isPresent() ? (Double) node.get("minutes").numberOr(1) : null);
    }

    private static @Nullable String text(YamlNode node) {
        return node.isPresent() ? node.text() : null;
    }

    private static @Nullable Integer number(YamlNode node) {
        return node.isPresent() ? (Integer) node.integerOr(1) : null;
    }

    private static <E extends Enum<E>> E word(YamlNode node, E absent, Class<E> type) {
        List<String> words = Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
        String word = node.oneOf(absent.name().toLowerCase(Locale.ROOT), words);
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    }
}

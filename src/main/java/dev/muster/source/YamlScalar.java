package dev.muster.source;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Reads scalars by the core schema of YAML 1.2: only {@code true} and {@code false} are booleans, so that a country code
 * {@code no} or a switch named {@code on} stays a text.
 */
final class YamlScalar {
    private YamlScalar() {}

    static int integer(YamlNode node, int otherwise) {
        String text = node.text();
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return wrong(node, "a whole number", otherwise);
        }
    }

    static double number(YamlNode node, double otherwise) {
        Double number = decimal(node.text());
        return number == null ? wrong(node, "a number", otherwise) : number;
    }

    static boolean bool(YamlNode node, boolean otherwise) {
        return switch (node.text()) {
            case "true" -> true;
            case "false" -> false;
            default -> wrong(node, "true or false", otherwise);
        };
    }

    static @Nullable Object value(ScalarNode scalar) {
        String text = scalar.getValue();
        if (scalar.getScalarStyle() != ScalarStyle.PLAIN) {
            return text;
        }
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        if (text.matches("[-+]?\\d{1,18}")) {
            return Long.valueOf(text);
        }
        Double number = decimal(text);
        return number == null ? text : number;
    }

    private static @Nullable Double decimal(String text) {
        boolean decimal = text.length() <= 40 && text.matches("[-+]?(\\d+|\\d*\\.\\d+|\\d+\\.)([eE][-+]?\\d{1,3})?");
        Double number = decimal ? Double.valueOf(text) : null;
        return number == null || number.isInfinite() ? null : number; // 1e999 is more than a number holds
    }

    private static <T> T wrong(YamlNode node, String expected, T otherwise) {
        if (node.isScalar()) {
            node.expect(expected);
        }
        return otherwise;
    }
}

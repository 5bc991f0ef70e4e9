package dev.muster.policy.drl;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Writes sets of rules at random, by a seed: small ones in which everything has to do with everything. */
public final class RandomRules {
    private final Random random;
    private int names;
    private final List<String> numbers = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();

    public RandomRules(long seed) {
        random = new Random(seed);
    }

    public String ruleSet() {
        StringBuilder drl = new StringBuilder();
        int rules = 2 + random.nextInt(4);
        for (int i = 0; i < rules; i++) {
            drl.append(rule("rule " + i));
        }
        return drl.toString();
    }

    private String rule(String name) {
        names = 0;
        numbers.clear();
        texts.clear();
        StringBuilder drl = new StringBuilder("rule \"" + name + "\"");
        drl.append(oneOf("", "", "", " salience " + (random.nextInt(21) - 10), " no-loop"));
        drl.append("\nwhen\n");
        int conditions = 1 + random.nextInt(3);
        for (int i = 0; i < conditions; i++) {
            drl.append("  ").append(condition(i == 0)).append('\n');
        }
        return drl.append("then\n").append(consequence()).append("end\n").toString();
    }

    private String condition(boolean first) {
        int kind = first ? random.nextInt(6) : random.nextInt(14);
        return switch (kind) {
            case 6 -> "not " + hidden();
            case 7 -> "exists " + hidden();
            case 8 -> "not ( " + hidden() + " and " + hidden() + " )";
            case 9 -> "forall( " + hidden() + " )";
            case 10 -> accumulate();
            case 11 -> "( " + hidden() + " or " + hidden() + " )";
            case 12 -> numbers.isEmpty() ? pattern() : "eval( " + number() + " < " + value() + " )";
            case 13 -> "not ( " + hidden() + " and not " + hidden() + " )";
            default -> pattern();
        };
    }

    /** A pattern whose names are not seen outside. */
    private String hidden() {
        List<String> numbersBefore = List.copyOf(numbers);
        List<String> textsBefore = List.copyOf(texts);
        String pattern = pattern();
        numbers.retainAll(numbersBefore);
        texts.retainAll(textsBefore);
        return pattern;
    }

    private String pattern() {
        List<String> constraints = new ArrayList<>();
        List<String> newNumbers = new ArrayList<>();
        List<String> newTexts = new ArrayList<>();
        Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
        int count = random.nextInt(3);
        for (int i = 0; i < count; i++) {
            constraints.add(constraint(kind));
        }
        if (random.nextBoolean() && !kind.number.isEmpty()) {
            String name = "$n" + names++;
            constraints.add(name + " : " + kind.number);
            newNumbers.add(name);
        }
        if (random.nextBoolean() && !kind.text.isEmpty()) {
            String name = "$t" + names++;
            constraints.add(name + " : " + kind.text);
            newTexts.add(name);
        }
        numbers.addAll(newNumbers);
        texts.addAll(newTexts);
        return kind.type + "( " + String.join(", ", constraints) + " )";
    }

    private enum Kind {
        ITEM("Item", "price", "name"),
        NOTE("Note", "", "text"),
        OFFER("Offer", "amount", "name"),
        PERSON("Person", "age", "name"),
        WORKER("Worker", "pay", "name");

        final String type;
        final String number;
        final String text;

        Kind(String type, String number, String text) {
            this.type = type;
            this.number = number;
            this.text = text;
        }
    }

    private String constraint(Kind kind) {
        boolean number = !kind.number.isEmpty() && random.nextBoolean();
        String one = number ? numberConstraint(kind) : textConstraint(kind);
        return random.nextInt(5) == 0 ? one + oneOf(" || ", " && ") + textConstraint(kind) : one;
    }

    private String numberConstraint(Kind kind) {
        return switch (random.nextInt(4)) {
            case 0 -> kind.number + " in ( 5, 9, 41, " + value() + " )";
            case 1 -> "!( " + kind.number + " > " + value() + " )";
            default ->
                kind.number
                        + oneOf(" == ", " != ", " < ", " <= ", " > ", " >= ")
                        + (random.nextBoolean() ? value() : number());
        };
    }

    private String textConstraint(Kind kind) {
        return switch (random.nextInt(5)) {
            case 0 -> kind.text + " matches \"" + oneOf("[a-d]+", ".", "A.*", "\\\\w\\\\w") + "\"";
            case 1 -> kind.text + " not in ( \"a\", \"b\", " + text() + " )";
            case 2 -> kind.text + " contains " + text();
            default -> kind.text + oneOf(" == ", " != ", " == ") + text();
        };
    }

    private String accumulate() {
        String name = "$s" + names++;
        Kind kind = random.nextBoolean() ? Kind.ITEM : Kind.PERSON;
        String constraint = random.nextBoolean() ? numberConstraint(kind) + ", " : "";
        String accumulate = "accumulate( " + kind.type + "( " + constraint + "$x" + names + " : " + kind.number + " ); "
                + name + " : " + oneOf("sum", "max", "min", "count") + "( $x" + names++ + " ) )";
        return accumulate;
    }

    private String consequence() {
        StringBuilder drl = new StringBuilder();
        int statements = random.nextInt(3);
        for (int i = 0; i < statements; i++) {
            drl.append("  ").append(oneOf("insert", "insert", "insertLogical"));
            drl.append("( new Note( ")
                    .append(text())
                    .append(" + \"")
                    .append(oneOf("", "x", "!"))
                    .append("\" ) );\n");
        }
        if (random.nextInt(4) == 0) {
            drl.append("  insertLogical( new Offer( " + text() + ", " + number() + " ) );\n");
        }
        return drl.toString();
    }

    private String value() {
        return oneOf("5", "9", "17", "2", "41", "30", "-1", "1000");
    }

    private String number() {
        return numbers.isEmpty() || random.nextInt(3) == 0 ? value() : numbers.get(random.nextInt(numbers.size()));
    }

    private String text() {
        String literal = "\"" + oneOf("a", "b", "c", "dd", "cheap", "Ann", "ax", "!") + "\"";
        return texts.isEmpty() || random.nextInt(3) == 0 ? literal : texts.get(random.nextInt(texts.size()));
    }

    private String oneOf(String... options) {
        return options[random.nextInt(options.length)];
    }
}

package dev.muster.policy.drl.expression;

/**
 * In how many ways a regular expression can match nothing. Where a text has come to its end Java tries all of them and looks at no
 * character meanwhile, so that no step is counted: <code>(a*|b*)</code> forty times in a row would take for ever there.
 */
final class EmptyWays {
    private final String regex;
    private int at;

    private EmptyWays(String regex) {
        this.regex = regex;
    }

    /**
     * How many there are, or more.
     *
     * @param regex that Java takes for one
     * @throws IllegalArgumentException where it has comments: blanks in it would hide how often something comes again
     */
    static double of(String regex) {
        return new EmptyWays(regex).alternatives().ways();
    }

    /**
     * A part of a regular expression.
     *
     * @param empty whether it can match nothing
     * @param ways in how many ways it can do so, or try to before it fails
     */
    private record Part(boolean empty, double ways) {
        static final Part CHARACTER = new Part(false, 1);
        static final Part PLACE = new Part(true, 1);

        Part then(Part next) {
            return new Part(empty && next.empty, ways * next.ways);
        }

        Part again(boolean orNever) {
            return new Part(empty || orNever, empty ? ways + 1 : ways);
        }
    }

    private Part alternatives() {
        double empty = 0;
        double failing = 1;
        do {
            Part one = sequence();
            empty += one.empty() ? one.ways() : 0;
            failing = Math.max(failing, one.ways());
        } while (take("|"));
        return new Part(empty > 0, Math.max(empty, failing));
    }

    private Part sequence() {
        Part all = Part.PLACE;
        while (at < regex.length() && !isNext("|") && !isNext(")")) {
            all = all.then(repeated(one()));
        }
        return all;
    }

    private Part repeated(Part one) {
        Part all = one;
        while (true) {
            if (take("*") || take("?")) {
                all = all.again(true);
            } else if (take("+")) {
                all = all.again(false);
            } else if (isNext("{") && at + 1 < regex.length() && Character.isDigit(regex.charAt(at + 1))) {
                all = all.again(regex.startsWith("{0", at));
                skipPast('}');
            } else {
                return all;
            }
        }
    }

    private Part one() {
        return switch (regex.charAt(at++)) {
            case '(' -> group();
            case '[' -> characterClass();
            case '\\' -> escape();
            case '^', '$' -> Part.PLACE;
            default -> Part.CHARACTER;
        };
    }

    private Part group() {
        boolean looks = take("?=") || take("?!") || take("?<=") || take("?<!");
        if (!looks && take("?<")) {
            skipPast('>');
        } else if (!looks && !take("?>") && take("?") && flags()) {
            return Part.PLACE;
        }
        Part inner = alternatives();
        take(")");
        return looks ? new Part(true, inner.ways()) : inner;
    }

    /** Whether they stand alone, and count from here on. */
    private boolean flags() {
        int from = at;
        while (at < regex.length() && !isNext(":") && !isNext(")")) {
            at++;
        }
        if (regex.substring(from, at).contains("x")) {
            throw new IllegalArgumentException(
                    "comments in a regular expression (the flag x) are not supported: leave the flag and the blanks out");
        }
        return !take(":") && take(")");
    }

    private Part characterClass() {
        take("^");
        take("]");
        while (at < regex.length() && !take("]")) {
            switch (regex.charAt(at++)) {
                case '[' -> characterClass();
                case '\\' -> escape();
                default -> {}
            }
        }
        return Part.CHARACTER;
    }

    private Part escape() {
        char what = regex.charAt(at++);
        switch (what) {
            case 'Q' -> {
                int from = at;
                int end = regex.indexOf("\\E", at);
                at = end < 0 ? regex.length() : end + 2;
                return end == from || from == regex.length() ? Part.PLACE : Part.CHARACTER;
            }
            case 'c' -> at++;
            case 'p', 'P', 'x', 'N' -> {
                if (isNext("{")) {
                    skipPast('}');
                }
            }
            case 'b' -> take("{g}");
            case 'k' -> skipPast('>');
            default -> {}
        }
        return switch (what) {
            case 'A', 'B', 'E', 'G', 'Z', 'b', 'k', 'z', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> Part.PLACE;
            default -> Part.CHARACTER;
        };
    }

    private boolean isNext(String text) {
        return regex.startsWith(text, at);
    }

    private boolean take(String text) {
        boolean next = isNext(text);
        at += next ? text.length() : 0;
        return next;
    }

    private void skipPast(char end) {
        int found = regex.indexOf(end, at);
        at = found < 0 ? regex.length() : found + 1;
    }
}

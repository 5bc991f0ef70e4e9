package dev.muster.policy.drl.syntax;

import dev.muster.source.Nearest;
import java.util.List;

/** The words of the language, for messages about a word that is none of them. */
final class Keywords {
    private static final List<String> OPERATORS =
            List.of("contains", "memberOf", "matches", "str", "in", "not", "from", "and", "or");

    private Keywords() {}

    static String unknownOperator(String word) {
        String nearest = Nearest.to(word, OPERATORS);
        return "\"" + word + "\" is not an operator."
                + (nearest == null
                        ? " There are ==, !=, <, <=, >, >=, in, contains, memberOf, matches, str[…] and their \"not\" forms."
                        : " Did you mean \"" + nearest + "\"?");
    }
}

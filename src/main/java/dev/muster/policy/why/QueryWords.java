package dev.muster.policy.why;

import java.util.List;
import java.util.regex.Pattern;

/** A query of {@code signals.yaml} in words for people. */
public final class QueryWords {
    private static final Pattern NEARNESS = Pattern.compile("(\")~\\d+");
    private static final Pattern BOOST = Pattern.compile("\\^[0-9.]+");
    private static final Pattern AND = Pattern.compile("\\s+(?:AND|&&)\\s+");
    private static final Pattern OR = Pattern.compile("\\s+(?:OR|\\|\\|)\\s+");
    private static final Pattern NOT = Pattern.compile("(?<=\\s|^|\\()(?:NOT\\s+|!|-)(?=[\\w\"(])");
    private static final Pattern PREFIX = Pattern.compile("\\*");

    private QueryWords() {}

    public static List<String> of(List<String> queries) {
        return queries.stream().map(QueryWords::of).distinct().toList();
    }

    /** {@code attach* AND (file* OR pdf)} reads {@code attach… together with (file… or pdf)}. */
    static String of(String query) {
        String plain =
                BOOST.matcher(NEARNESS.matcher(query.strip()).replaceAll("$1")).replaceAll("");
        plain = NOT.matcher(plain).replaceAll("without ");
        plain = AND.matcher(plain).replaceAll(" together with ");
        plain = OR.matcher(plain).replaceAll(" or ");
        plain = PREFIX.matcher(plain).replaceAll("…");
        return plain.matches("\"[^\"]*\"") ? plain.substring(1, plain.length() - 1) : plain;
    }
}

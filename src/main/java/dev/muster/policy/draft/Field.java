package dev.muster.policy.draft;

import dev.muster.source.Faults;
import dev.muster.source.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A field of software work.
 *
 * @param own by which an agent says that it belongs to it, in small letters
 * @param technologies by which an agent belongs to it and a task asks for it, unless they are an agent's own words
 * @param asks queries by which a task asks for it
 */
record Field(String name, Set<String> own, List<String> technologies, List<String> asks) {
    /** In the order in which they come first where a text asks for several alike. */
    static final List<Field> ALL = read();

    Field {
        own = Set.copyOf(own);
        technologies = List.copyOf(technologies);
        asks = List.copyOf(asks);
    }

    boolean claims(String word) {
        return own.contains(word) || technologies.stream().anyMatch(word::equalsIgnoreCase);
    }

    /** Whether a word says which field and not which agent. */
    boolean shares(String word) {
        return own.contains(word) || asks.contains(word);
    }

    private static List<Field> read() {
        Faults faults = new Faults();
        List<Field> fields = new ArrayList<>();
        for (YamlNode field : YamlNode.parse("fields.yaml", Template.of("fields.yaml"), faults)
                .items()) {
            fields.add(new Field(
                    field.required("field").text(),
                    field.required("own").texts().stream()
                            .map(word -> word.toLowerCase(Locale.ROOT))
                            .collect(Collectors.toSet()),
                    field.required("technologies").texts(),
                    field.required("asks").texts()));
        }
        if (faults.count() > 0) {
            throw new IllegalStateException("fields.yaml: " + faults);
        }
        return List.copyOf(fields);
    }
}

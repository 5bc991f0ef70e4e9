package dev.muster.policy.cases;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which cases to run.
 *
 * @param file a part of the file's path; null for all files
 * @param name a part of the case's name, in capital or small letters; null for all names
 */
public record CaseFilter(@Nullable String file, @Nullable String name) {
    public static final CaseFilter ALL = new CaseFilter(null, null);

    List<Case> of(List<Case> cases) {
        return cases.stream().filter(this::takes).toList();
    }

    private boolean takes(Case one) {
        return (file == null || one.place().file().contains(file))
                && (name == null || one.name().toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT)));
    }
}

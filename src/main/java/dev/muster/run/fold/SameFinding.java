package dev.muster.run.fold;

import dev.muster.agent.executor.Finding;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether two findings are about one thing, though a reviewer seldom says it twice in the same words. */
final class SameFinding {
    /** Which part of the words of both they share at least. */
    private static final double WITHIN_A_FILE = 0.3;

    private static final double ANYWHERE = 0.5;

    private SameFinding() {}

    static boolean isAmong(Finding finding, List<Finding> others) {
        return others.stream().anyMatch(other -> same(finding, other));
    }

    private static boolean same(Finding one, Finding other) {
        if (one.file() != null && other.file() != null && !one.file().equals(other.file())) {
            return false;
        }
        boolean sameFile = one.file() != null && one.file().equals(other.file());
        if (sameFile && one.line() != null && Objects.equals(one.line(), other.line())) {
            return true;
        }
        return shared(words(one.text()), words(other.text())) >= (sameFile ? WITHIN_A_FILE : ANYWHERE);
    }

    private static double shared(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        Set<String> either = new HashSet<>(one);
        either.addAll(other);
        return either.isEmpty() ? 1 : (double) both.size() / either.size();
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }
}

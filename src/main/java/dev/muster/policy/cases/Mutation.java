package dev.muster.policy.cases;

import dev.muster.limit.Allowance;
import dev.muster.policy.Pack;
import dev.muster.source.FaultException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What cases noticed when rules and rows were taken out of a pack, one at a time.
 *
 * @param verdicts one for each mutant that was tried, in the order of files and lines
 */
public record Mutation(String pack, List<Verdict> verdicts) {
    public Mutation {
        verdicts = List.copyOf(verdicts);
    }

    /**
     * How the cases took it.
     *
     * @param noticedBy the first case that went red, or why the pack could not be loaded any more; null where nothing did
     */
    public record Verdict(Mutant mutant, @Nullable String noticedBy) {
        public boolean isNoticed() {
            return noticedBy != null;
        }
    }

    /** Those that no case noticed. */
    public List<Mutant> unnoticed() {
        return verdicts.stream()
                .filter(v -> !v.isNoticed())
                .map(Verdict::mutant)
                .toList();
    }

    /** Tries every rule and every row. */
    public static Mutation all(Pack pack) {
        return all(pack, Progress.NONE);
    }

    /** Tries every rule and every row, on all cores. */
    public static Mutation all(Pack pack, Progress progress) {
        return of(pack, Mutant.all(pack), progress);
    }

    /** Tries some of them; the same seed tries the same ones. */
    public static Mutation sample(Pack pack, int count, long seed) {
        List<Mutant> all = Mutant.all(pack);
        List<Mutant> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, new Random(seed));
        List<Mutant> chosen = shuffled.stream()
                .limit(count)
                .sorted(Comparator.comparingInt(all::indexOf))
                .toList();
        return of(pack, chosen, Progress.NONE);
    }

    /** Whoever wants to know how far it is. */
    @FunctionalInterface
    public interface Progress {
        Progress NONE = (done, all) -> {};

        /** Called from any thread. */
        void tried(int done, int all);
    }

    /** A case that is red already notices nothing, so only green ones are asked. */
    private static Mutation of(Pack pack, List<Mutant> mutants, Progress progress) {
        List<Case> cases = CaseRunner.cases(pack);
        List<CaseResult> before = CaseRunner.run(pack, cases);
        List<Integer> green = IntStream.range(0, cases.size())
                .filter(i -> before.get(i).passed())
                .boxed()
                .toList();
        AtomicInteger done = new AtomicInteger();
        return new Mutation(
                pack.name(),
                mutants.parallelStream()
                        .map(mutant -> {
                            List<Case> nearestFirst = green.stream()
                                    .sorted(Comparator.comparing(i -> !mutant.concerns(before.get(i))))
                                    .map(cases::get)
                                    .toList();
                            Verdict verdict = new Verdict(mutant, noticedBy(pack, mutant, nearestFirst));
                            progress.tried(done.incrementAndGet(), mutants.size());
                            return verdict;
                        })
                        .toList());
    }

    private static @Nullable String noticedBy(Pack pack, Mutant mutant, List<Case> cases) {
        try {
            Pack without = mutant.of(pack);
            return Allowance.forMany(
                    Allowance.timeOf(cases.size()),
                    () -> cases.stream()
                            .filter(one -> !CaseRunner.run(without, one).passed())
                            .map(Case::name)
                            .findFirst()
                            .orElse(null));
        } catch (FaultException e) {
            return String.valueOf(e.getMessage());
        } catch (StackOverflowError | OutOfMemoryError e) {
            return "the pack without it could not be tried: " + e;
        }
    }
}

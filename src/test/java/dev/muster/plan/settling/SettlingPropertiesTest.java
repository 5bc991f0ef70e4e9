package dev.muster.plan.settling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.plan.PhaseMode;
import dev.muster.plan.Plan;
import dev.muster.plan.Plan.Phase;
import dev.muster.plan.Plan.Step;
import dev.muster.plan.Proposal.Before;
import dev.muster.plan.RandomPolicy;
import dev.muster.plan.rendering.MarkdownSteps;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is true of every plan, whatever rules propose: tried on many random policies. */
class SettlingPropertiesTest {
    private static final int POLICIES = 500;

    @Test
    void steps_stand_after_all_that_they_wait_for() {
        each(this::standsAfter);
    }

    private void standsAfter(RandomPolicy random) {
        Set<String> done = new HashSet<>();
        random.policy().settle().steps().forEach(step -> {
            assertThat(done).containsAll(step.dependsOn()).doesNotContain(step.id());
            done.add(step.id());
        });
    }

    @Test
    void dependencies_say_all_that_is_wanted_and_nothing_else() {
        each(this::saysAll);
    }

    private void saysAll(RandomPolicy random) {
        Plan plan = random.policy().settle();
        Map<String, Set<String>> said = new LinkedHashMap<>();
        plan.steps().forEach(step -> said.put(step.id(), Set.copyOf(step.dependsOn())));

        assertThat(closed(said)).isEqualTo(closed(wanted(plan, random.befores())));
    }

    @Test
    void dependencies_do_not_repeat_what_follows_from_others() {
        each(this::repeatsNothing);
    }

    private void repeatsNothing(RandomPolicy random) {
        List<Step> steps = random.policy().settle().steps().toList();
        Map<String, Set<String>> said = new LinkedHashMap<>();
        steps.forEach(step -> said.put(step.id(), Set.copyOf(step.dependsOn())));
        Map<String, Set<String>> all = closed(said);

        for (Step step : steps) {
            Set<String> implied = step.dependsOn().stream()
                    .flatMap(id -> of(all, id).stream())
                    .collect(Collectors.toSet());
            assertThat(step.dependsOn()).noneMatch(implied::contains);
        }
    }

    @Test
    void proposals_are_in_the_plan_or_left_out() {
        each(this::losesNothing);
    }

    private void losesNothing(RandomPolicy random) {
        Plan plan = random.policy().settle();
        Set<String> asked = new TreeSet<>();
        random.work().forEach(work -> asked.add(work.agent() + " " + work.purpose()));
        random.reviews().forEach(review -> asked.add(review.agent() + " " + review.kind() + " review"));

        List<String> found = new ArrayList<>();
        plan.steps().forEach(step -> found.add(step.agent() + " " + MarkdownSteps.purpose(step)));
        plan.leftOut().forEach(out -> found.add(out.agent() + " " + out.purpose()));

        assertThat(found).containsExactlyInAnyOrderElementsOf(asked);
        assertThat(plan.steps()).allSatisfy(step -> assertThat(step.because()).isNotEmpty());
        assertThat(plan.leftOut()).allSatisfy(out -> assertThat(out.because()).isNotEmpty());
    }

    private static void each(Consumer<RandomPolicy> property) {
        for (long seed = 0; seed < POLICIES; seed++) {
            try {
                property.accept(RandomPolicy.of(seed));
            } catch (AssertionError e) {
                throw new AssertionError("The policy of seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }

    /** What the policy asks for, worked out in another way: pair by pair over the finished plan. */
    private static Map<String, Set<String>> wanted(Plan plan, List<Before> befores) {
        Map<String, Set<String>> wanted = new LinkedHashMap<>();
        List<Step> earlier = new ArrayList<>();
        for (Phase phase : plan.phases()) {
            for (Step step : phase.steps()) {
                wanted.put(
                        step.id(),
                        earlier.stream()
                                .filter(other -> isWanted(other, step, phase, befores))
                                .map(Step::id)
                                .collect(Collectors.toSet()));
                earlier.add(step);
            }
        }
        return wanted;
    }

    private static boolean isWanted(Step before, Step after, Phase phase, List<Before> befores) {
        boolean samePhase = phase.steps().contains(before);
        boolean ruled = befores.contains(new Before(before.agent(), before.purpose(), after.agent(), after.purpose()));
        return ruled || (before.blocking() && (!samePhase || phase.mode() == PhaseMode.SEQUENTIAL));
    }

    /** With all that follows; steps stand in an order in which what they wait for is already complete. */
    private static Map<String, Set<String>> closed(Map<String, Set<String>> direct) {
        Map<String, Set<String>> all = new LinkedHashMap<>();
        direct.forEach((id, befores) -> {
            Set<String> found = new TreeSet<>(befores);
            befores.forEach(before -> found.addAll(of(all, before)));
            all.put(id, found);
        });
        return all;
    }

    private static Set<String> of(Map<String, Set<String>> map, String id) {
        return Objects.requireNonNull(map.get(id), id);
    }
}

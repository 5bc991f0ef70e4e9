package dev.muster.policy.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.limit.Allowance;
import dev.muster.limit.Memory;
import dev.muster.plan.Plan.PlannedTask;
import dev.muster.plan.TaskContext;
import dev.muster.policy.PackState;
import dev.muster.policy.SmallPack;
import dev.muster.policy.cases.CaseResult;
import dev.muster.policy.cases.CaseRunner;
import dev.muster.policy.impact.Impact;
import dev.muster.policy.impact.Impacts;
import dev.muster.policy.live.CaseVerdict;
import dev.muster.source.Fault;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A check ends, all cases of a pack end, and what was not looked at is told. */
@Timeout(60)
class CheckLimitsTest {
    private static final Memory PLENTY = new Memory(() -> 1L << 30);

    /** By a clock by which each look at it takes a second. */
    private static Allowance seconds(long most) {
        AtomicLong looks = new AtomicLong();
        return new Allowance(
                Duration.ofSeconds(most),
                () -> Duration.ofSeconds(looks.getAndIncrement()).toNanos(),
                PLENTY);
    }

    private static List<String> found(Allowance allowance, SmallPack pack) {
        PackState state = pack.state();
        return allowance.<List<PackFinding>>spentOn(() -> PackCheck.check(state)).stream()
                .map(PackFinding::check)
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 3, 5, 7, 20})
    void check_that_has_no_time_left_says_so_and_blames_no_rule(long most) {
        assertThat(found(seconds(most), new SmallPack())).containsExactly(CheckIds.UNFINISHED);
    }

    @Test
    void check_that_has_time_says_nothing_of_it() {
        assertThat(found(seconds(1_000_000), new SmallPack())).isEmpty();
    }

    @Test
    @Timeout(30)
    void thousands_of_rules_that_follow_from_one_another_are_checked_in_time() {
        String rules = IntStream.range(0, 3_000)
                .mapToObj(i ->
                        "rule \"r%d\" @because(\"b\") when Conclusion( kind == \"k%d\" ) then insert( new Conclusion( \"k%d\", \"x\" ) ); end"
                                .formatted(i, i, i + 1))
                .collect(Collectors.joining("\n"));
        assertThat(found(seconds(20_000), new SmallPack().append("many.drl", rules)))
                .containsExactly(CheckIds.DEAD_RULE);
    }

    @Test
    void impact_for_which_no_time_is_left_is_alarming_and_says_so() {
        var pack = new SmallPack().pack();
        var task = new PlannedTask("T1", "", "Add an endpoint", TaskContext.NONE);
        Impact impact = seconds(0).spentOn(() -> Impacts.of(pack, pack, List.of(task, task), done -> {}));
        assertThat(impact.isAlarming()).isTrue();
        assertThat(impact.changes())
                .hasSize(2)
                .allMatch(change -> String.valueOf(change.failure()).contains("It could not be tried"));
    }

    @Test
    void cases_for_which_no_time_is_left_are_red_and_say_so() {
        var pack = new SmallPack().pack();
        List<CaseResult> results = seconds(0).spentOn(() -> CaseRunner.run(pack));
        assertThat(results).hasSize(3).noneMatch(CaseResult::passed);
        CaseVerdict verdict = seconds(0).spentOn(() -> CaseVerdict.of(pack));
        assertThat(verdict.red())
                .hasSize(3)
                .extracting(Fault::message)
                .allMatch(message -> message.contains("not tried: the cases before it took all the time"));
    }

    @Test
    void one_case_has_the_time_of_one_plan() {
        Allowance all = new Allowance(Duration.ofHours(1), System::nanoTime, PLENTY);
        assertThat(all.<Boolean>spentOn(() -> Allowance.forOneOfMany(() -> Allowance.current() == all)))
                .isFalse();
    }
}

package dev.muster.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.fact.Task;
import dev.muster.plan.Plan;
import dev.muster.plan.TaskContext;
import dev.muster.plan.rendering.PlanMarkdown;
import dev.muster.plan.settling.Settling;
import dev.muster.policy.drl.DrlSource;
import dev.muster.policy.drl.Inference;
import dev.muster.policy.drl.SessionLimits;
import dev.muster.policy.drl.loading.RuleBase;
import dev.muster.policy.vocabulary.MusterVocabulary;
import dev.muster.reading.Reader;
import dev.muster.reading.Reading;
import dev.muster.source.Faults;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The same task under the same pack gives the same plan, in whatever order facts and files come. */
class DeterminismTest {
    private static final List<String> TASKS = List.of(
            "Add an endpoint where customers upload invoices as PDF, store them in S3 and notify the accountant by e-mail",
            "Fix the nightly job that sends the same invoice twice when Redis restarts",
            "The search over a million orders takes 8 seconds, make it faster and cache the result",
            "Harden the login: tokens never expire and the admin API accepts old ones",
            "Push price changes to connected clients over a websocket and deploy it with Docker");

    @Test
    void plan_does_not_depend_on_the_order_of_facts_and_files() {
        Pack pack = Shipped.backend();
        for (String text : TASKS) {
            Plan expected = Shipped.plan(pack, "", text);
            for (int seed = 0; seed < 20; seed++) {
                assertThat(PlanMarkdown.render(shuffled(pack, text, new Random(seed)), true))
                        .as("seed " + seed + ": " + text)
                        .isEqualTo(PlanMarkdown.render(expected, true));
            }
        }
    }

    private static Plan shuffled(Pack pack, String text, Random random) {
        RuleBase rules = RuleBase.load(MusterVocabulary.INSTANCE, sources(pack, random));
        Task task = new Task("", text);
        Reading reading = Reader.read(task, pack.signals());
        List<Object> facts = new ArrayList<>(pack.agents().facts());
        facts.addAll(pack.rows());
        facts.add(task);
        facts.addAll(reading.signals());
        facts.addAll(reading.mentions());
        facts.addAll(reading.sentences());
        Collections.shuffle(facts, random);
        Inference inference = rules.infer(facts, new SessionLimits(20_000, Duration.ofSeconds(60)));
        PolicyDecision decision = new PolicyDecision(reading, inference, Reasons.of(inference));
        Plan.PlannedTask planned = new Plan.PlannedTask(null, "", text, TaskContext.NONE);
        Plan.PackRef ref = new Plan.PackRef(pack.name(), pack.version(), List.of());
        return Planner.settle(pack, decision, new Settling.Stamp("id", 1, Instant.EPOCH, ref, planned));
    }

    private static List<DrlSource> sources(Pack pack, Random random) {
        List<DrlSource> sources = new ArrayList<>(pack.files().paths().stream()
                .filter(path -> path.endsWith(".drl"))
                .map(path -> new DrlSource(path, pack.files().text(path, new Faults())))
                .toList());
        Collections.shuffle(sources, random);
        return sources;
    }
}

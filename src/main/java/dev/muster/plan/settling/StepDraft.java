package dev.muster.plan.settling;

import dev.muster.plan.Because;
import dev.muster.plan.Plan;
import dev.muster.plan.Role;
import dev.muster.plan.StepKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A step whose content is settled, before it has a number and knows what it waits for. */
record StepDraft(
        StepKey key,
        Role role,
        String phase,
        String instruction,
        List<String> deliverables,
        boolean blocking,
        List<String> skills,
        List<Plan.SkillSection> sections,
        @Nullable String module,
        @Nullable String testLayer,
        List<Plan.Check> checks,
        List<Plan.ReviewGate> reviews,
        List<Because> because) {}

package dev.muster.plan.settling;

import dev.muster.plan.Because;
import dev.muster.plan.StepKey;

/** One step waits for another, and why. */
record Edge(StepKey before, StepKey after, Because because) {}

/**
 * What rules propose, and the plan that comes of it; the settling between the two is in {@code plan.settling}. Plain
 * immutable records; no framework, no file, no clock.
 */
@NullMarked
package dev.muster.plan;

import org.jspecify.annotations.NullMarked;

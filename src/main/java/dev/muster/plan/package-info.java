/**
 * What rules propose, the plan that comes of it, and the settling between the two: duplicates, order, dependencies, limits.
 * Pure and deterministic; no framework, no file, no clock.
 */
@NullMarked
package dev.muster.plan;

import org.jspecify.annotations.NullMarked;

/**
 * Verbs that make, show and answer plans.
 */
@NullMarked
package dev.muster.cli.plan;

import org.jspecify.annotations.NullMarked;

/**
 * What a state of a run is made of: the plan laid out for running, and how far each step, phase, gate, call and check is.
 */
@NullMarked
package dev.muster.run.state;

import org.jspecify.annotations.NullMarked;

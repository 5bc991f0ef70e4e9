/**
 * What Muster can be asked to do: plan a task, find a plan, list agents and policies. Holds configuration, clock, randomness
 * and wiring, and the ports that the store implements; doors talk to this room only.
 */
@NullMarked
package dev.muster.app;

import org.jspecify.annotations.NullMarked;

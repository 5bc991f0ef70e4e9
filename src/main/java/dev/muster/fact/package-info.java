/**
 * The facts that rules can see: the task, what its text shows, the tables' rows, the agents, and what rules concluded
 * from them so far. Plain immutable records; nothing here knows a framework, a file or a clock.
 */
@NullMarked
package dev.muster.fact;

import org.jspecify.annotations.NullMarked;

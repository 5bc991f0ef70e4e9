/**
 * How an agent is called and its work is checked: the ports, and what goes in and out through them. Each way to call (a
 * program, a rehearsal) has a room below, as has what the operator allows. Knows nothing of runs.
 */
@NullMarked
package dev.muster.agent.executor;

import org.jspecify.annotations.NullMarked;

/**
 * How an agent is called: the port, the ways to do it (a program, a pull worker, a person, a rehearsal), the commands that
 * check its work, and what the operator allows. Knows nothing of runs.
 */
@NullMarked
package dev.muster.agent.executor;

import org.jspecify.annotations.NullMarked;

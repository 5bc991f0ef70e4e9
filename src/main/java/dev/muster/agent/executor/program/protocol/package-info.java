/**
 * How each kind of coding agent is started, what it prints, and what a call of it has used.
 */
@NullMarked
package dev.muster.agent.executor.program.protocol;

import org.jspecify.annotations.NullMarked;

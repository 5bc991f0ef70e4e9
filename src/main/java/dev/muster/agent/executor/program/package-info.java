/**
 * Programs that this process starts: coding agents and checks. Without a shell, in a clean environment, within limits, and
 * with nothing of them left behind.
 */
@NullMarked
package dev.muster.agent.executor.program;

import org.jspecify.annotations.NullMarked;

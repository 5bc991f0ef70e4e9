/**
 * What an agent is told in one call, as text for a model and as JSON for a worker.
 */
@NullMarked
package dev.muster.agent.executor.prompt;

import org.jspecify.annotations.NullMarked;

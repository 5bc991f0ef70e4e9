/**
 * Reads what agents and workers hand in: leniently in how it is written, strictly in the types of its fields.
 */
@NullMarked
package dev.muster.agent.executor.result;

import org.jspecify.annotations.NullMarked;

/**
 * What the operator of Muster decides, outside of any policy pack: which programs may be started, how agents are called, and
 * who is called how.
 */
@NullMarked
package dev.muster.agent.executor.operator;

import org.jspecify.annotations.NullMarked;

/**
 * Runs rules over facts: one fresh Drools session at a time, with limits, and with a record of what fired, what it
 * concluded, and why.
 */
@NullMarked
package dev.muster.policy.drl.session;

import org.jspecify.annotations.NullMarked;

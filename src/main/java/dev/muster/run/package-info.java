/**
 * A plan being carried out: what happened (events, each with the hash of the one before), where that leaves it (the state,
 * which is their fold), what may come in from outside, and what happens next. All of it is pure: no clock, no chance, nothing
 * is started here; whoever carries decisions out appends the events first.
 */
@NullMarked
package dev.muster.run;

import org.jspecify.annotations.NullMarked;

/**
 * A plan being carried out: what happened (events, each with the hash of the one before), where that leaves it (the state,
 * which is their fold), what may come in from outside, and what happens next. Every room but {@code run.engine} is pure: no
 * clock, no chance, nothing is started there; the engine appends the events first and carries decisions out.
 */
@NullMarked
package dev.muster.run;

import org.jspecify.annotations.NullMarked;

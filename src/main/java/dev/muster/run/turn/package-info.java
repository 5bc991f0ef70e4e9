/**
 * One turn of a run: the events that are made in it, and what every decision needs for that: questions, limits, endings, times.
 */
@NullMarked
package dev.muster.run.turn;

import org.jspecify.annotations.NullMarked;

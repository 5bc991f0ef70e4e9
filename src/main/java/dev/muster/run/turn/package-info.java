/**
 * One turn of a run: the events that are made in it, and what deciding and accepting both need for that: questions, rounds, endings, times.
 */
@NullMarked
package dev.muster.run.turn;

import org.jspecify.annotations.NullMarked;

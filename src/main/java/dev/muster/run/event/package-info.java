/**
 * What happened in a run: its events, each with the hash of the one before, and the words that they are written in.
 */
@NullMarked
package dev.muster.run.event;

import org.jspecify.annotations.NullMarked;

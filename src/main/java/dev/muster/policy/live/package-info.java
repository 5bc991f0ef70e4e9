/**
 * Changing packs while they are in use: what is served, what the files say, and why the two may differ. Pure: whoever reads
 * files or keeps versions asks this room what follows.
 */
@NullMarked
package dev.muster.policy.live;

import org.jspecify.annotations.NullMarked;

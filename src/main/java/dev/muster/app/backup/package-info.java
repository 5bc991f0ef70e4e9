/**
 * A data folder as one archive, and a data folder out of one. What is in the archive is proven by the hashes in its manifest, and
 * what runs did by the chain of their events.
 */
@NullMarked
package dev.muster.app.backup;

import org.jspecify.annotations.NullMarked;

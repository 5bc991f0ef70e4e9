/** SHA-256, for all who have to know whether something is still what it was. */
@NullMarked
package dev.muster.hash;

import org.jspecify.annotations.NullMarked;

/** Values that rules make: texts and lists that say how much they may hold, so that no operation on one takes without end. */
@NullMarked
package dev.muster.policy.drl.value;

import org.jspecify.annotations.NullMarked;

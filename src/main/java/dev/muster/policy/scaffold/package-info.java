/** Beginnings: a rule, case, signal, table, agent or pack that runs as it is and that an author goes on from. */
@NullMarked
package dev.muster.policy.scaffold;

import org.jspecify.annotations.NullMarked;

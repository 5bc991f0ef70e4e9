/**
 * Makes one plan of all that rules proposed, whatever their order: equal steps become one, names are found, steps are put into
 * an order and held within limits.
 */
@NullMarked
package dev.muster.plan.settling;

import org.jspecify.annotations.NullMarked;

/**
 * What an agent is told in one call, as far as the run knows it.
 */
@NullMarked
package dev.muster.run.order;

import org.jspecify.annotations.NullMarked;

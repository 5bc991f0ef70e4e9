/**
 * What stands between a connection and an operation: deadlines, sizes, shares, who calls, pages of others, and the answer to
 * whatever goes wrong.
 */
@NullMarked
package dev.muster.api.guard;

import org.jspecify.annotations.NullMarked;

/**
 * Problem details (RFC 9457) for all that can go wrong in a request, and what every answer has in common.
 */
@NullMarked
package dev.muster.api.problem;

import org.jspecify.annotations.NullMarked;

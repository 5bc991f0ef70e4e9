/**
 * The operations under {@code /api}, with what they take and what they send.
 */
@NullMarked
package dev.muster.api.resource;

import org.jspecify.annotations.NullMarked;

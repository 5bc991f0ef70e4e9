/**
 * The door for programs: REST under {@code /api}, errors as problem details (RFC 9457), health. Decides nothing but how
 * things look and which status they get.
 */
@NullMarked
package dev.muster.api;

import org.jspecify.annotations.NullMarked;

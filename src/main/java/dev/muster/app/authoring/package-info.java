/**
 * Helps whoever writes policies and agents: begins packs, checks them, runs their cases, says what a change does.
 */
@NullMarked
package dev.muster.app.authoring;

import org.jspecify.annotations.NullMarked;

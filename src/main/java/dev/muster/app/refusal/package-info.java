/**
 * Why Muster does not do what it was asked. Every door says each reason in its own way, and none can be forgotten.
 */
@NullMarked
package dev.muster.app.refusal;

import org.jspecify.annotations.NullMarked;

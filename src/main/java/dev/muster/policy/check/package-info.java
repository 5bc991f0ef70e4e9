/**
 * The check of a pack: what would fail only when a task runs into it, and what is most likely not meant. It finds; it changes
 * nothing, and what it finds has a name by which a pack can silence it.
 */
@NullMarked
package dev.muster.policy.check;

import org.jspecify.annotations.NullMarked;

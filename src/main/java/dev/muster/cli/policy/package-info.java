/**
 * Verbs for rule authors: packs and agents are checked, tested, explained, begun, rolled back.
 */
@NullMarked
package dev.muster.cli.policy;

import org.jspecify.annotations.NullMarked;

/**
 * A server elsewhere, as if it were this process: its problems come back as the reasons that they tell.
 */
@NullMarked
package dev.muster.cli.remote;

import org.jspecify.annotations.NullMarked;

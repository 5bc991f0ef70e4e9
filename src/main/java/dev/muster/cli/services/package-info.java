/**
 * What commands work with: use cases in this process or a server, and the name under which they act.
 */
@NullMarked
package dev.muster.cli.services;

import org.jspecify.annotations.NullMarked;

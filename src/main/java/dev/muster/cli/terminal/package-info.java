/**
 * What commands have in common towards a terminal: colours, progress, questions, lists, exit codes.
 */
@NullMarked
package dev.muster.cli.terminal;

import org.jspecify.annotations.NullMarked;

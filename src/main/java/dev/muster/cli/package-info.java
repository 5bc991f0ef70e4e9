/**
 * The door for people at a terminal: reads arguments, asks {@code app}, writes the result to standard output and everything
 * else to standard error. Decides nothing but how things look and which exit code they get.
 */
@NullMarked
package dev.muster.cli;

import org.jspecify.annotations.NullMarked;

/**
 * Where things are: what a process is told by flags and variables, and its data folder.
 */
@NullMarked
package dev.muster.app.config;

import org.jspecify.annotations.NullMarked;

/**
 * The words of a task with their places: a field of the task, the words in it, the looks of its lines, and which characters are
 * masked because they ask for nothing.
 */
@NullMarked
package dev.muster.reading.text;

import org.jspecify.annotations.NullMarked;

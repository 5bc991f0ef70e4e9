/**
 * Where something stands in a file a person wrote, and what is wrong with it there. Reads YAML and CSV with a place for
 * every value, so that each message can say file, line and column and the word that was probably meant.
 */
@NullMarked
package dev.muster.source;

import org.jspecify.annotations.NullMarked;

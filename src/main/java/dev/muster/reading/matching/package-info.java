/**
 * Asks a text for a pack's signals: Lucene queries, and the short way for those that are only a word or a phrase. Says which
 * words show each.
 */
@NullMarked
package dev.muster.reading.matching;

import org.jspecify.annotations.NullMarked;

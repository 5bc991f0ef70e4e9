/**
 * Turns a task's text into facts: which signals it shows, with the words that show them, what it only mentions, and its
 * sentences. Signals are Lucene queries; what stands in code, logs, quotations or a denial is masked before they are asked,
 * and a query is asked only of a text that has the words it needs.
 */
@NullMarked
package dev.muster.reading;

import org.jspecify.annotations.NullMarked;

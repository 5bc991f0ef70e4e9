/**
 * English as far as reading needs it: sentences and clauses, what mood they are in, and the stems by which words are compared.
 */
@NullMarked
package dev.muster.reading.language;

import org.jspecify.annotations.NullMarked;

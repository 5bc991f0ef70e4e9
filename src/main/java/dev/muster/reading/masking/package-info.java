/**
 * Finds what stands in a text and asks for nothing: code, logs, templates, versions, quotations, and what the text itself
 * denies.
 */
@NullMarked
package dev.muster.reading.masking;

import org.jspecify.annotations.NullMarked;

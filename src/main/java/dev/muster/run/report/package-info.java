/**
 * What a run comes to, told from its events alone: how far each phase is, what was built, tested and reviewed, what went wrong,
 * what people decided, and what is to be done next; as data and as a document.
 */
@NullMarked
package dev.muster.run.report;

import org.jspecify.annotations.NullMarked;

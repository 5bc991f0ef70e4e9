/**
 * Verbs that carry plans out: a run is begun, followed, answered, ended, reported and audited.
 */
@NullMarked
package dev.muster.cli.run;

import org.jspecify.annotations.NullMarked;

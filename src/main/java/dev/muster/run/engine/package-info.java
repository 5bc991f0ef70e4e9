/**
 * Carries out what the core decides: keeps events first and starts work after, gives runs back that only wait, takes runs over
 * from processes that are gone. Knows no database and no framework; ports say what it needs.
 */
@NullMarked
package dev.muster.run.engine;

import org.jspecify.annotations.NullMarked;

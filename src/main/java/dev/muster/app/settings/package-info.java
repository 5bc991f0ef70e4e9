/**
 * What can be set from outside: each setting once, as data, from which the document is written and by which a start is checked.
 * {@code MusterConfig} is how the program reads them.
 */
@NullMarked
package dev.muster.app.settings;

import org.jspecify.annotations.NullMarked;

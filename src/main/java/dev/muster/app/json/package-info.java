/**
 * The one JSON of Muster, and how the words of enums are written in it.
 */
@NullMarked
package dev.muster.app.json;

import org.jspecify.annotations.NullMarked;

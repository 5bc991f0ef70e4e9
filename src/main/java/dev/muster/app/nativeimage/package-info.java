/**
 * What a native executable has to be told while it is built: types that are read or written as JSON are not found by looking at
 * them there.
 */
@NullMarked
package dev.muster.app.nativeimage;

import org.jspecify.annotations.NullMarked;

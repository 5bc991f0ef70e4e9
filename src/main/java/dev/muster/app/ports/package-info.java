/**
 * What use cases tell and ask of rooms that they must not use: measures, and whether the store can be reached.
 */
@NullMarked
package dev.muster.app.ports;

import org.jspecify.annotations.NullMarked;

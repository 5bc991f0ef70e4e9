/**
 * What the operator says: which programs may be started, and which values are secret. It lies outside of all packs.
 */
@NullMarked
package dev.muster.app.operator;

import org.jspecify.annotations.NullMarked;

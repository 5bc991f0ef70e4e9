/**
 * The files of a folder as they were at one moment, and the version that follows from their content.
 */
@NullMarked
package dev.muster.policy.files;

import org.jspecify.annotations.NullMarked;

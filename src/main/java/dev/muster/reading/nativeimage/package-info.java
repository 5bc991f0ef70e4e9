/**
 * What only the native executable needs of Lucene: its vector support is chosen by looking at the running JVM, which has no
 * answer there. The rest is in {@code META-INF/native-image}.
 */
@NullMarked
package dev.muster.reading.nativeimage;

import org.jspecify.annotations.NullMarked;

/**
 * Files and folders of this machine: read so that no link leads elsewhere and nothing but a file of bounded size is opened; made so
 * that nobody but their owner sees them.
 */
@NullMarked
package dev.muster.file;

import org.jspecify.annotations.NullMarked;

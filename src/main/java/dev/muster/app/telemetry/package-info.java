/** What is measured of this process. It alone touches Micrometer, and nobody else needs to know what is counted. */
@NullMarked
package dev.muster.app.telemetry;

import org.jspecify.annotations.NullMarked;

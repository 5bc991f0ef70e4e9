package dev.muster.agent.executor;

import dev.muster.plan.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Something that a reviewer or a check found.
 *
 * @param file null where it is about no file
 * @param line counted from 1; null where it is about no line
 * @param mustFix whether the work cannot go on before it is corrected
 */
public record Finding(
        Severity severity, @Nullable String file, @Nullable Integer line, String text, boolean mustFix) {}

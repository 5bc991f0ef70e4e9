package dev.muster.api.resource;

import dev.muster.app.planning.Submission;
import dev.muster.plan.TaskContext;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/** A task as it is sent in. */
@RegisterForReflection
public record PlanRequest(
        @Nullable String title,
        @Nullable String description,
        @Nullable String pack,
        @Nullable String ref,
        @Nullable TaskContext context) {

    Submission submission() {
        return new Submission(
                title == null ? "" : title,
                description == null ? "" : description,
                pack,
                ref,
                context == null ? TaskContext.NONE : context);
    }
}

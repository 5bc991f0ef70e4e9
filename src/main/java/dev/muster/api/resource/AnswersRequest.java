package dev.muster.api.resource;

import dev.muster.api.problem.BadInput;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers to a plan's questions, by the questions' ids. */
@RegisterForReflection
public record AnswersRequest(@Nullable Map<String, String> answers) {
    Map<String, String> given() {
        if (answers == null || answers.isEmpty()) {
            throw new BadInput(
                    "empty-answers",
                    "The request has no answers.",
                    "",
                    "Send {\"answers\": {\"question id\": \"…\"}} as JSON.");
        }
        return answers;
    }
}

package dev.muster.api.problem;

import org.jspecify.annotations.Nullable;

/** Fields that a body has to have. */
public final class RequestFields {
    private RequestFields() {}

    public static <T> T required(String name, @Nullable T value) {
        if (value == null || value instanceof String text && text.isBlank()) {
            throw new BadInput(
                    "missing-field",
                    "The body does not say \"" + name + "\".",
                    "",
                    "Send {\"" + name + "\": …} as JSON; /q/openapi has every field.");
        }
        return value;
    }
}

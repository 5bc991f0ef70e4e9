package dev.muster.run.state;

import org.jspecify.annotations.Nullable;

/**
 * Who handed something in.
 *
 * @param by a person's or a worker's name; null where it was a program that this process called
 * @param why null where no reason was given
 */
public record Signed(@Nullable String by, @Nullable String why) {
    public static final Signed NOBODY = new Signed(null, null);

    public static Signed of(String by, String why) {
        return new Signed(by.strip(), why.isBlank() ? null : why.strip());
    }
}

package dev.muster.run.state;

import org.jspecify.annotations.Nullable;

/** What a person said in a run; those who work after it are told. */
public record Said(@Nullable String step, String question, String answer, String by, String why) {}

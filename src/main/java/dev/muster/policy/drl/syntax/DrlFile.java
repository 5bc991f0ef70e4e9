package dev.muster.policy.drl.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One file of rules as it is written. */
public record DrlFile(
        SourceText source,
        @Nullable String packageName,
        List<Import> imports,
        List<Import> globals,
        List<RuleTree> rules) {
    /** An import, or a global with its type before its name. */
    public record Import(int at, String name) {}
}

package dev.muster.app.access;

import dev.muster.source.EnumWord;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a caller may do. Every operation names the one role that it wants. */
public enum AccessRole {
    /** Sees plans, runs, policies and agents. */
    VIEWER,
    /** Plans tasks, answers their questions, starts and cancels runs. */
    SUBMITTER,
    /** Decides for a person at gates of a run. */
    APPROVER,
    /** Reloads policies and rolls them back. */
    POLICY_EDITOR,
    /** Takes work of runs and hands in results; sees nothing else. */
    WORKER,
    /** May do all of it. */
    ADMIN;

    /** Words for annotations, which want constants. */
    public static final String VIEWS = "viewer";

    public static final String SUBMITS = "submitter";
    public static final String APPROVES = "approver";
    public static final String EDITS_POLICY = "policy-editor";
    public static final String WORKS = "worker";
    public static final String ADMINISTERS = "admin";

    /** The role as people write it: {@code policy-editor}. */
    public String word() {
        return EnumWord.of(this);
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(AccessRole::word).toList();
    }

    /** The role that a word names. */
    public static AccessRole of(String word) {
        return Arrays.stream(values())
                .filter(role -> role.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no role \"" + word + "\"; there are " + String.join(", ", words()) + "."));
    }

    /** This role and those that come with it: who may change something may see it, and an admin may do all. */
    public Set<AccessRole> granted() {
        return switch (this) {
            case ADMIN -> EnumSet.allOf(AccessRole.class);
            case VIEWER, WORKER -> EnumSet.of(this);
            case SUBMITTER, APPROVER, POLICY_EDITOR -> EnumSet.of(this, VIEWER);
        };
    }
}

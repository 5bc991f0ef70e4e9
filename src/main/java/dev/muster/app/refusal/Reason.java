package dev.muster.app.refusal;

import java.util.List;

/**
 * Why something was refused. A new kind of reason breaks the build at every door until it says how it looks there.
 */
public sealed interface Reason permits PlanReason, PolicyReason, RunReason, AccessReason, StoreReason, ServerReason {
    /** What was found, where. */
    String found();

    /** What to do about it. */
    String advice();

    /** What callers of a server are told was found: what the server is inside, and where its files lie, is not theirs to know. */
    default String foundOutside() {
        return found();
    }

    /** What callers of a server can do about it. */
    default String adviceOutside() {
        return advice();
    }

    /** A word for the kind of reason, for programs: {@code unknown-pack}. It is part of the API, and stays whatever a type is called. */
    String kind();

    /** What there is to say about it one by one, such as the faults of a policy. */
    default List<String> details() {
        return List.of();
    }
}

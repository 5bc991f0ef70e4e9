package dev.muster.plan.settling;

import dev.muster.source.Fault;
import java.util.List;
import java.util.stream.Collectors;

/** A policy whose proposals contradict each other, or name what is not there. Each fault has its place in the policy. */
public final class SettlingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    SettlingException(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}

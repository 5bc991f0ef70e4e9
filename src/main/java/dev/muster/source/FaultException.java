package dev.muster.source;

import java.util.List;
import java.util.stream.Collectors;

/** Files that cannot be used as they are, with everything that is wrong in them, sorted by place. */
public final class FaultException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    public FaultException(List<Fault> faults) {
        super(faults.stream().sorted().map(Fault::toString).collect(Collectors.joining("\n")));
        this.faults = faults.stream().sorted().toList();
    }

    public List<Fault> faults() {
        return faults;
    }
}

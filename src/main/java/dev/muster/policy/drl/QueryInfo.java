package dev.muster.policy.drl;

import java.util.List;

/** A query of a rule base. */
public record QueryInfo(String name, String file, int line, String doc, List<Parameter> parameters) {
    public QueryInfo {
        parameters = List.copyOf(parameters);
    }
}

package dev.muster.policy.drl.translation;

import dev.muster.policy.drl.Parameter;
import java.util.List;

/** What a caller must know of a query. */
public record QuerySignature(String name, List<Parameter> parameters) {}

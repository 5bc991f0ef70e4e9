package dev.muster.policy.drl.network;

import dev.muster.policy.drl.Parameter;
import java.util.List;

/** What a caller must know of a query. */
record QuerySignature(String name, List<Parameter> parameters) {}

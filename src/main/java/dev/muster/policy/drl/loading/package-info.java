/**
 * From files of rules to a {@code KieBase}: all are read, held against what a service can bear, translated, and built; what did
 * not change is taken from the load before.
 */
@NullMarked
package dev.muster.policy.drl.loading;

import org.jspecify.annotations.NullMarked;

/**
 * What {@code pack.yaml} says, also over what packs say that it extends.
 */
@NullMarked
package dev.muster.policy.settings;

import org.jspecify.annotations.NullMarked;

/**
 * Makes a first policy pack of a team's agent files: who is called for what words, who reviews, in which phases. What only a
 * person can decide is marked.
 */
@NullMarked
package dev.muster.policy.draft;

import org.jspecify.annotations.NullMarked;

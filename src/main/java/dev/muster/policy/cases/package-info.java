/**
 * Cases: for a task or for facts, what a pack's plan and proposals have to hold and what not. They stand beside the rules and
 * are run before a change of policy goes live.
 */
@NullMarked
package dev.muster.policy.cases;

import org.jspecify.annotations.NullMarked;

/**
 * Muster as its doors see it: what can be asked of plans and of the policies in force, how the parts are wired, and what a
 * server does when it begins and when it ends. What is asked of runs, keys, agents and whoever writes rules is in the rooms
 * below.
 */
@NullMarked
package dev.muster.app;

import org.jspecify.annotations.NullMarked;

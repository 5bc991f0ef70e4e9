/**
 * The agents: their files as people have them (front matter and a prompt), read leniently and without loss, and the
 * catalogue of a pack's agents by name; the ways to call one are in {@code executor}.
 */
@NullMarked
package dev.muster.agent;

import org.jspecify.annotations.NullMarked;

/**
 * Policy packs: reading a folder of rules, tables, signals and settings into something that plans, checking it, and running
 * its cases. Nothing half-read is ever served: a pack is either whole or it is a list of faults with places.
 */
@NullMarked
package dev.muster.policy;

import org.jspecify.annotations.NullMarked;

/**
 * Policy packs: reading a folder of rules, tables, signals and settings into something that plans; planning, with its
 * reasons; and choosing a pack. Nothing half-read is ever served: a pack is either whole or it is a list of faults with
 * places. What else is done with packs (checks, cases, comparisons) is in the rooms below.
 */
@NullMarked
package dev.muster.policy;

import org.jspecify.annotations.NullMarked;

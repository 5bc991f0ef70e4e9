package dev.muster.policy.cases;

import dev.muster.source.Place;

/**
 * One thing to look for.
 *
 * @param aspect which part of plan or proposals
 * @param wanted a text, or a map of which each entry has to be met
 * @param place where the case says so
 */
record Expectation(Aspect aspect, Object wanted, Place place) {}

/** A pack as a document for people who want to know what the policy says without reading rules. */
@NullMarked
package dev.muster.policy.doc;

import org.jspecify.annotations.NullMarked;

/**
 * A plan as people look at it: a Markdown document, a Mermaid diagram.
 */
@NullMarked
package dev.muster.plan.rendering;

import org.jspecify.annotations.NullMarked;

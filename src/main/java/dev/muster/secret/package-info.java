/** What must not be read by everybody: which texts are secrets, and how they are taken out of others. */
@NullMarked
package dev.muster.secret;

import org.jspecify.annotations.NullMarked;

/**
 * Who may do what: roles, API keys, and whether a server is open to whoever reaches it. Knows no protocol; the door for
 * programs asks it about each caller.
 */
@NullMarked
package dev.muster.app.access;

import org.jspecify.annotations.NullMarked;

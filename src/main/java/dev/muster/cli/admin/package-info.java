/**
 * Verbs for whoever operates Muster: keys, backups, the server and its health.
 */
@NullMarked
package dev.muster.cli.admin;

import org.jspecify.annotations.NullMarked;

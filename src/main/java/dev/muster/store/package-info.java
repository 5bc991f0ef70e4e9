/**
 * Keeps what must not be lost in SQLite or PostgreSQL: connections, migrations, statements. Implements the ports that others
 * declare and is used by nobody else.
 */
@NullMarked
package dev.muster.store;

import org.jspecify.annotations.NullMarked;

/**
 * Keeps plans and the versions of policies in SQLite: connections, migrations, statements. Implements the ports that {@code app}
 * declares and is used by nobody else.
 */
@NullMarked
package dev.muster.store;

import org.jspecify.annotations.NullMarked;

package dev.muster.store;

import dev.muster.app.refusal.Reason;
import dev.muster.app.refusal.Refusal;
import dev.muster.app.refusal.StoreReason;
import dev.muster.app.refusal.StoreReason.Obstacle;
import java.sql.SQLException;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What a database's error means: whether the data are at fault, somebody who was faster, the database, or Muster. */
final class SqlTrouble {
    private static final int PRIMARY_CODE = 0xff;

    private SqlTrouble() {}

    /** Makes the reason where the database cannot be used, of what its driver says and of the obstacle. */
    interface OutOfReach extends BiFunction<String, Obstacle, Reason> {}

    private sealed interface Meaning {
        record Hindered(Obstacle obstacle) implements Meaning {}

        record Conflict() implements Meaning {}

        record BadData() implements Meaning {}

        record OwnFault() implements Meaning {}
    }

    static Refusal of(Exception e, OutOfReach outOfReach) {
        SQLException said = sql(e);
        String why = String.valueOf((said == null ? e : said).getMessage());
        Reason reason = switch (said == null ? new Meaning.Hindered(Obstacle.AWAY) : meaning(said)) {
            case Meaning.Hindered(Obstacle obstacle) -> outOfReach.apply(why, obstacle);
            case Meaning.Conflict _ -> new StoreReason.ChangedMeanwhile("What this changes");
            case Meaning.BadData _ -> new StoreReason.UnusableText(why);
            case Meaning.OwnFault _ -> new StoreReason.StoreFailed(why);
        };
        return new Refusal(reason, e);
    }

    /** What the driver says; what is around it says little more than that something went wrong. */
    private static @Nullable SQLException sql(Throwable e) {
        Throwable cause = e.getCause();
        if (e instanceof SQLException sql && (cause == null || sql.getSQLState() != null || sql.getErrorCode() != 0)) {
            return sql;
        }
        return cause == null ? null : sql(cause);
    }

    private static Meaning meaning(SQLException e) {
        String state = e.getSQLState();
        return state == null ? ofFile(e.getErrorCode() & PRIMARY_CODE) : ofServer(state);
    }

    /** By the first result code of SQLite, https://www.sqlite.org/rescode.html. */
    private static Meaning ofFile(int code) {
        return switch (code) {
            case 5, 6 -> new Meaning.Hindered(Obstacle.LOCKED);
            case 3, 8 -> new Meaning.Hindered(Obstacle.READ_ONLY);
            case 13 -> new Meaning.Hindered(Obstacle.FULL);
            case 18, 20 -> new Meaning.BadData();
            case 19 -> new Meaning.Conflict();
            case 1, 2, 17, 21, 25 -> new Meaning.OwnFault();
            // Not opened, an error of the disk, no database, and what has no code: a connection that was not to be had.
            default -> new Meaning.Hindered(Obstacle.AWAY);
        };
    }

    /** By the SQL state of PostgreSQL, https://www.postgresql.org/docs/current/errcodes-appendix.html. */
    private static Meaning ofServer(String state) {
        return switch (state) {
            case "53100" -> new Meaning.Hindered(Obstacle.FULL);
            case "25006" -> new Meaning.Hindered(Obstacle.READ_ONLY);
            case "55P03", "40001", "40P01", "57014" -> new Meaning.Hindered(Obstacle.LOCKED);
            case "21000" -> new Meaning.OwnFault();
            default -> ofServerClass(state.length() < 2 ? state : state.substring(0, 2));
        };
    }

    private static Meaning ofServerClass(String stateClass) {
        return switch (stateClass) {
            case "22", "54" -> new Meaning.BadData();
            case "23" -> new Meaning.Conflict();
            case "08", "28", "3D", "25", "53", "55", "57", "58", "F0", "XX" -> new Meaning.Hindered(Obstacle.AWAY);
            default -> new Meaning.OwnFault();
        };
    }
}

package dev.muster.store;

import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.SqliteJdbcCustomization;

/** In what the two databases differ. */
enum Dialect {
    /** One file: one writer at a time, which waits here in line instead of asking the file again and again. */
    SQLITE {
        @Override
        boolean oneWriter() {
            return true;
        }

        @Override
        String touch() {
            return "pragma user_version = 1";
        }

        @Override
        JdbcCustomization scheduling() {
            return new SqliteJdbcCustomization();
        }
    },
    POSTGRESQL {
        @Override
        boolean oneWriter() {
            return false;
        }

        @Override
        String touch() {
            return "update flyway_schema_history set success = success where installed_rank = 1";
        }

        @Override
        JdbcCustomization scheduling() {
            return new PostgreSqlJdbcCustomization(false, false);
        }
    };

    abstract boolean oneWriter();

    /** Writes something, and changes nothing by it. */
    abstract String touch();

    abstract JdbcCustomization scheduling();
}

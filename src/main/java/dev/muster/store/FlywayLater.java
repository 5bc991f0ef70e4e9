package dev.muster.store;

import io.quarkus.arc.All;
import io.quarkus.arc.InstanceHandle;
import io.quarkus.flyway.FlywayConfigurationCustomizer;
import io.quarkus.flyway.runtime.FlywayBuildTimeConfig;
import io.quarkus.flyway.runtime.FlywayContainer;
import io.quarkus.flyway.runtime.FlywayContainerProducer;
import io.quarkus.flyway.runtime.FlywayRuntimeConfig;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Makes Flyway when tables have to be made, instead of at every start: it takes as long as a plan, and nearly no start needs
 * it ({@link Tables}).
 */
@Alternative
@Priority(1)
@Singleton
class FlywayLater extends FlywayContainerProducer {
    FlywayLater(
            FlywayRuntimeConfig atRunTime,
            FlywayBuildTimeConfig atBuildTime,
            @All List<InstanceHandle<FlywayConfigurationCustomizer>> customizers) {
        super(atRunTime, atBuildTime, customizers);
    }

    @Override
    public FlywayContainer createFlyway(
            DataSource dataSource, String dataSourceName, boolean hasMigrations, boolean createPossible) {
        return new Container(dataSource, dataSourceName, hasMigrations, createPossible);
    }

    private FlywayContainer now(FlywayContainer container, DataSource dataSource) {
        return super.createFlyway(
                dataSource, container.getDataSourceName(), container.isHasMigrations(), container.isCreatePossible());
    }

    /** Does nothing at the start. */
    private final class Container extends FlywayContainer {
        private final DataSource dataSource;

        @SuppressWarnings("NullAway") // what it was made without is made when it is asked for
        Container(DataSource dataSource, String dataSourceName, boolean hasMigrations, boolean createPossible) {
            super(null, false, false, false, false, false, false, dataSourceName, hasMigrations, createPossible);
            this.dataSource = dataSource;
        }

        @Override
        public Flyway getFlyway() {
            return now(this, dataSource).getFlyway();
        }
    }
}

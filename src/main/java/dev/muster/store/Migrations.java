package dev.muster.store;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.migration.baseline.BaselineMigrationConfigurationExtension;
import org.flywaydb.core.api.resource.LoadableResource;
import org.flywaydb.core.extensibility.ConfigurationExtension;
import org.flywaydb.core.internal.exception.sqlExceptions.FlywaySqlNoDriversForInteractiveAuthException;
import org.flywaydb.core.internal.exception.sqlExceptions.FlywaySqlNoIntegratedAuthException;
import org.flywaydb.core.internal.exception.sqlExceptions.FlywaySqlServerUntrustedCertificateSqlException;
import org.flywaydb.core.internal.proprietaryStubs.LicensingConfigurationExtensionStub;
import org.flywaydb.core.internal.proprietaryStubs.OfflinePermitConfigurationExtensionStub;
import org.flywaydb.core.internal.proprietaryStubs.PATTokenConfigurationExtensionStub;
import org.flywaydb.core.internal.publishing.PublishingConfigurationExtension;
import org.flywaydb.core.internal.resource.classpath.ClassPathResource;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;
import org.flywaydb.database.postgresql.TransactionalModel;
import org.jspecify.annotations.Nullable;

/**
 * Flyway over the migrations that the program carries. It is made by hand, because Quarkus makes it at every start, which takes
 * as long as a plan, while tables are made once ({@link Schema}). It copies its settings by reflection, and asks classes for
 * exceptions by reflection.
 */
@RegisterForReflection(
        targets = {
            ConfigurationExtension.class,
            BaselineMigrationConfigurationExtension.class,
            PublishingConfigurationExtension.class,
            LicensingConfigurationExtensionStub.class,
            OfflinePermitConfigurationExtensionStub.class,
            PATTokenConfigurationExtensionStub.class,
            PostgreSQLConfigurationExtension.class,
            TransactionalModel.class,
            FlywaySqlServerUntrustedCertificateSqlException.class,
            FlywaySqlNoIntegratedAuthException.class,
            FlywaySqlNoDriversForInteractiveAuthException.class
        })
final class Migrations {
    static final String FOLDER = "db/migration/";

    /** In their order; a native executable cannot look into a folder. */
    static final List<String> FILES = List.of(
            "V1__plans.sql",
            "V2__policy_versions.sql",
            "V3__runs.sql",
            "V4__api_keys.sql",
            "V5__subjects_of_asks.sql",
            "V6__refs_of_any_length.sql");

    private Migrations() {}

    /** Brings a database's tables up to date when it is told to migrate. */
    static Flyway of(DataSource connections) {
        ClassLoader loader = Migrations.class.getClassLoader();
        return Flyway.configure(loader)
                .dataSource(connections)
                .resourceProvider(new Carried(FILES.stream()
                        .<LoadableResource>map(
                                file -> new ClassPathResource(null, FOLDER + file, loader, StandardCharsets.UTF_8))
                        .toList()))
                .javaMigrationClassProvider(List::of)
                .cleanDisabled(true)
                .load();
    }

    /** The version of the newest. */
    static String newest() {
        String file = FILES.getLast();
        return file.substring(1, file.indexOf("__"));
    }

    private record Carried(List<LoadableResource> files) implements ResourceProvider {
        @Override
        public @Nullable LoadableResource getResource(String name) {
            return files.stream()
                    .filter(file -> file.getRelativePath().equals(name))
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String... suffixes) {
            return files.stream()
                    .filter(file -> file.getFilename().startsWith(prefix)
                            && Arrays.stream(suffixes).anyMatch(file.getFilename()::endsWith))
                    .toList();
        }
    }
}

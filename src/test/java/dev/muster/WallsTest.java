package dev.muster;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.ClassesShouldConjunction;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;

/** The walls of the house: which room may use which. */
@AnalyzeClasses(packages = "dev.muster", importOptions = DoNotIncludeTests.class)
class WallsTest {
    @ArchTest
    static final ArchRule rooms_have_no_cycles =
            slices().matching("dev.muster.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule limits_use_no_other_room = room("limit");

    @ArchTest
    static final ArchRule source_uses_facts = room("source", "fact");

    @ArchTest
    static final ArchRule file_uses_no_other_room = room("file");

    @ArchTest
    static final ArchRule fact_uses_no_other_room = room("fact");

    @ArchTest
    static final ArchRule plan_uses_facts = room("plan", "fact", "source");

    @ArchTest
    static final ArchRule reading_uses_facts = room("reading", "fact", "source");

    @ArchTest
    static final ArchRule agent_uses_facts_and_plans = room("agent", "fact", "file", "plan", "source", "secret");

    @ArchTest
    static final ArchRule policy_uses_what_plans_are_made_of =
            room("policy", "fact", "file", "plan", "source", "reading", "agent");

    @ArchTest
    static final ArchRule run_uses_plans_and_those_who_carry_them_out =
            room("run", "fact", "plan", "source", "policy", "agent", "secret");

    @ArchTest
    static final ArchRule app_uses_no_door_and_no_store =
            room("app", "fact", "file", "plan", "source", "reading", "agent", "policy", "run", "secret");

    @ArchTest
    static final ArchRule store_uses_the_types_it_stores = room("store", "app", "file", "plan", "run");

    @ArchTest
    static final ArchRule api_uses_app_and_read_only_types =
            room("api", "app", "fact", "plan", "source", "agent", "policy", "run");

    @ArchTest
    static final ArchRule cli_uses_app_and_read_only_types =
            room("cli", "app", "fact", "file", "plan", "source", "agent", "policy", "run");

    @ArchTest
    static final ArchRule secret_uses_no_other_room = room("secret");

    @ArchTest
    static final ArchRule nothing_comes_into_a_run_with_its_secrets = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.muster.run.engine.Intake")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("dev.muster.run.Accepting");

    @ArchTest
    static final ArchRule fact_and_plan_carry_no_framework = classes()
            .that(resideInAnyPackage("dev.muster.fact..", "dev.muster.plan.."))
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("dev.muster..", "java..", "org.jspecify.."));

    @ArchTest
    static final ArchRule drools_is_only_in_policy_drl = only("dev.muster.policy.drl..", "org.drools..", "org.kie..");

    @ArchTest
    static final ArchRule lucene_is_only_in_reading = only("dev.muster.reading..", "org.apache.lucene..");

    @ArchTest
    static final ArchRule sql_is_only_in_store = only("dev.muster.store..", "java.sql..", "org.sqlite..");

    @ArchTest
    static final ArchRule rest_is_only_in_api = only("dev.muster.api..", "jakarta.ws.rs..", "io.vertx..");

    @ArchTest
    static final ArchRule picocli_is_only_in_cli = only("dev.muster.cli..", "picocli..");

    @ArchTest
    static final ArchRule measuring_is_only_in_telemetry = only("dev.muster.app.telemetry..", "io.micrometer..");

    @ArchTest
    static final ArchRule clock_and_chance_come_in_as_arguments = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.muster.app.Wiring")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .callConstructor(Random.class)
            .orShould()
            .callConstructor(SecureRandom.class);

    private static ClassesShouldConjunction room(String name, String... mayUse) {
        String[] rooms = Stream.concat(Stream.of(name, "limit"), Arrays.stream(mayUse))
                .map(room -> "dev.muster." + room + "..")
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage("dev.muster." + name + "..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(rooms).or(not(resideInAPackage("dev.muster.."))));
    }

    private static ArchRule only(String room, String... libraries) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(room)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries);
    }
}

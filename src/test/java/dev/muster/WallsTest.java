package dev.muster;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;

/** The walls of the house: which room may use which, as {@code docs/architecture.md} has it. */
@AnalyzeClasses(packages = "dev.muster", importOptions = DoNotIncludeTests.class)
class WallsTest {
    private static final RoomTable ROOMS = RoomTable.read();

    @ArchTest
    static final ArchRule rooms_have_no_cycles = slices().assignedFrom(new SliceAssignment() {
                @Override
                public SliceIdentifier getIdentifierOf(JavaClass one) {
                    return SliceIdentifier.of(RoomTable.room(one.getPackageName()));
                }

                @Override
                public String getDescription() {
                    return "every room";
                }
            })
            .should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule every_room_uses_what_its_row_says_and_nothing_else = classes()
            .should(new ArchCondition<>("use what the row of their room names") {
                @Override
                public void check(JavaClass one, ConditionEvents events) {
                    for (Dependency dependency : one.getDirectDependenciesFromSelf()) {
                        String from = RoomTable.room(one.getPackageName());
                        String to = RoomTable.room(dependency.getTargetClass().getPackageName());
                        if (!to.isEmpty() && !from.isEmpty() && !ROOMS.lets(from, to)) {
                            events.add(SimpleConditionEvent.violated(one, dependency.getDescription()));
                        }
                    }
                }
            });

    @ArchTest
    static final ArchRule nothing_comes_into_a_run_with_its_secrets = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.muster.run.engine.Intake")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("dev.muster.run.accept.Accepting");

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
    static final ArchRule nobody_uses_a_door = noClasses()
            .that(resideInAnyPackage("dev.muster..")
                    .and(resideInAnyPackage("dev.muster.api..", "dev.muster.cli..", "dev.muster.store..")
                            .negate()))
            .should()
            .dependOnClassesThat(resideInAnyPackage("dev.muster.api..", "dev.muster.cli..", "dev.muster.store.."));

    @ArchTest
    static final ArchRule doors_do_not_use_each_other = noClasses()
            .that(resideInAPackage("dev.muster.api.."))
            .should()
            .dependOnClassesThat(resideInAPackage("dev.muster.cli.."));

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

    private static ArchRule only(String room, String... libraries) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(room)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries);
    }
}

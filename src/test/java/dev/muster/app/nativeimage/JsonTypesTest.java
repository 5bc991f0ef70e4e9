package dev.muster.app.nativeimage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.agent.executor.Outcome;
import dev.muster.app.authoring.AgentSummary;
import dev.muster.app.planning.PlanSummary;
import dev.muster.app.planning.Replay;
import dev.muster.app.planning.Submission;
import dev.muster.app.policies.Reloaded;
import dev.muster.app.policies.VersionSummary;
import dev.muster.app.runs.RunAudit;
import dev.muster.app.runs.RunView;
import dev.muster.app.runs.StartedRun;
import dev.muster.plan.Plan;
import dev.muster.policy.why.Why;
import dev.muster.run.event.RunEvent;
import dev.muster.run.event.Subject;
import dev.muster.run.report.RunReport;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JsonTypesTest {
    @Test
    void every_record_and_enum_within_a_json_type_is_registered_for_the_native_executable() {
        Set<Class<?>> within = new HashSet<>();
        for (Class<?> root : List.of(
                Plan.class,
                Submission.class,
                PlanSummary.class,
                AgentSummary.class,
                Reloaded.class,
                Replay.class,
                VersionSummary.class,
                Why.class)) {
            collect(root, within);
        }
        RegisterForReflection registered =
                Objects.requireNonNull(JsonTypes.class.getAnnotation(RegisterForReflection.class));

        assertThat(registered.targets()).containsAll(within);
    }

    @Test
    void every_record_and_enum_of_runs_is_registered_for_the_native_executable() {
        Set<Class<?>> within = new HashSet<>();
        for (Class<?> root : List.of(
                RunView.class,
                StartedRun.class,
                RunAudit.class,
                RunReport.class,
                RunEvent.class,
                Outcome.class,
                Subject.class)) {
            collect(root, within);
        }
        RegisterForReflection registered =
                Objects.requireNonNull(RunJsonTypes.class.getAnnotation(RegisterForReflection.class));
        Set<Class<?>> all = new HashSet<>(Set.of(registered.targets()));
        all.addAll(Set.of(Objects.requireNonNull(JsonTypes.class.getAnnotation(RegisterForReflection.class))
                .targets()));

        assertThat(all).containsAll(within);
    }

    private static void collect(Type type, Set<Class<?>> into) {
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(argument -> collect(argument, into));
        }
        if (type instanceof Class<?> sealed && sealed.isSealed()) {
            Arrays.stream(sealed.getPermittedSubclasses()).forEach(permitted -> collect(permitted, into));
        }
        if (type instanceof Class<?> one && (one.isRecord() || one.isEnum()) && into.add(one) && one.isRecord()) {
            Arrays.stream(one.getRecordComponents())
                    .map(RecordComponent::getGenericType)
                    .forEach(component -> collect(component, into));
        }
    }
}

package dev.muster.app.nativeimage;

import dev.muster.app.json.Json;
import dev.muster.plan.Plan;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Objects;
import java.util.stream.Stream;
import org.graalvm.nativeimage.hosted.Feature;

/**
 * Called by the native build, and by nothing else: how a plan is written as JSON is worked out there, and becomes part of the
 * executable. A command would spend as long on that as on making the plan. Of other types it would make the executable larger
 * than it makes anything faster.
 */
final class PreparedJson implements Feature {
    @Override
    public String getDescription() {
        return "Prepares the JSON of plans";
    }

    @Override
    public void beforeAnalysis(BeforeAnalysisAccess access) {
        RegisterForReflection types =
                Objects.requireNonNull(JsonTypes.class.getAnnotation(RegisterForReflection.class));
        Stream.of(types.targets())
                .filter(type -> type.getPackage().equals(Plan.class.getPackage()))
                .forEach(Json.mapper()::writerFor);
    }
}

package dev.muster.app;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Objects;
import org.graalvm.nativeimage.hosted.Feature;

/**
 * Called by the native build, and by nothing else: how each type is written as JSON is worked out there, and becomes part of the
 * executable. A command would spend as long on that as on making a plan.
 */
final class PreparedJson implements Feature {
    @Override
    public String getDescription() {
        return "Prepares the JSON of Muster's types";
    }

    @Override
    public void beforeAnalysis(BeforeAnalysisAccess access) {
        for (Class<?> list : List.of(JsonTypes.class, RunJsonTypes.class)) {
            RegisterForReflection types =
                    Objects.requireNonNull(list.getAnnotation(RegisterForReflection.class), list.getName());
            for (Class<?> type : types.targets()) {
                PlanJson.mapper().writerFor(type);
            }
        }
    }
}

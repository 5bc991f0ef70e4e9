package dev.muster.app;

import dev.muster.plan.Plan;
import dev.muster.run.OpenCall;
import dev.muster.run.Order;
import dev.muster.run.RunBrief;
import dev.muster.run.engine.Workplace.CannotWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where runs work, and where Muster keeps what belongs to their calls. */
@ApplicationScoped
class RunFolders {
    private final DataFolder data;

    RunFolders(DataFolder data) {
        this.data = data;
    }

    /** An empty folder for a run that was given none. */
    Path own(String runId) {
        return data.path().resolve("runs").resolve(runId).resolve("work");
    }

    /** The folder that a step works in, made where it is not there yet; never outside of the run's workspace. */
    Path work(RunBrief brief, Plan plan, Order.Place place) {
        String workspace = brief.workspace();
        Path root = workspace == null ? own(brief.runId()) : Path.of(workspace);
        Path folder = root.resolve(repository(plan, place.repository()))
                .resolve(place.workingFolder() == null ? "" : place.workingFolder())
                .normalize();
        if (!folder.startsWith(root.normalize())) {
            throw new CannotWork("The working folder " + folder + " is outside of the run's workspace " + root
                    + ". Correct it in the pack.");
        }
        return made(folder);
    }

    /** Muster's own folder for a call. */
    Path attempt(RunBrief brief, OpenCall call) {
        String gate = call.gate() == null ? "" : "-" + safe(call.gate());
        return made(data.path()
                .resolve("runs")
                .resolve(brief.runId())
                .resolve(safe(call.step()))
                .resolve(call.round() + gate + "-" + call.attempt()));
    }

    private static String repository(Plan plan, @Nullable String name) {
        return plan.repositories().stream()
                .filter(repository -> repository.name().equals(name))
                .map(Plan.Repository::path)
                .findFirst()
                .orElse("");
    }

    private static String safe(String name) {
        return name.replaceAll("[^A-Za-z0-9._-]", "_");
    }

    private static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new CannotWork("The folder " + folder + " cannot be made: " + e.getMessage());
        }
    }
}

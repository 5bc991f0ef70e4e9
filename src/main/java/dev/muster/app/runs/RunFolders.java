package dev.muster.app.runs;

import dev.muster.app.config.DataFolder;
import dev.muster.file.OwnerOnly;
import dev.muster.plan.Plan;
import dev.muster.run.engine.Workplace.CannotWork;
import dev.muster.run.event.RunBrief;
import dev.muster.run.event.Subject;
import dev.muster.run.order.Order;
import dev.muster.run.order.Subjects;
import dev.muster.run.state.OpenCall;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Objects;

/** Where runs work, and where Muster keeps what belongs to their calls. */
@ApplicationScoped
class RunFolders {
    private final DataFolder data;

    RunFolders(DataFolder data) {
        this.data = data;
    }

    /** An empty folder for a run that was given none. */
    Path own(String runId) {
        return of(runId).resolve("work");
    }

    /** The folder that a step works in, made where it is not there yet; never outside of the run's workspace. */
    Path work(RunBrief brief, Plan plan, Order.Place place) {
        Path root = brief.workspace() == null ? own(brief.runId()) : Path.of(brief.workspace());
        Path folder = folder(brief.runId(), Subjects.where(brief, plan, place));
        checkInside(made(root), folder);
        Path made = made(folder);
        checkInside(root, made);
        return made;
    }

    /** That folder, which need not be there. */
    Path folder(String runId, Subject.Where where) {
        Path root = where.workspace() == null ? path(runId).resolve("work") : Path.of(where.workspace());
        Path folder = root.resolve(where.repository())
                .resolve(where.workingFolder() == null ? "" : where.workingFolder())
                .normalize();
        if (!folder.startsWith(root.normalize())) {
            throw new CannotWork("The working folder " + folder + " is outside of the run's workspace " + root
                    + ". Correct it in the pack.");
        }
        return folder;
    }

    /** A link in the workspace leads nowhere else: neither is a folder made there, nor does anybody work there. */
    static void checkInside(Path root, Path folder) {
        try {
            Path there = folder;
            while (!Files.exists(there, LinkOption.NOFOLLOW_LINKS)) {
                there = Objects.requireNonNull(there.getParent());
            }
            if (!there.toRealPath().startsWith(root.toRealPath())) {
                throw new CannotWork("The working folder " + folder + " is outside of the run's workspace " + root
                        + ": a link in it leads elsewhere. Put a folder there instead.");
            }
        } catch (IOException e) {
            throw cannotBeMade(folder, e);
        }
    }

    /** Muster's own folder for a call. */
    Path attempt(RunBrief brief, OpenCall call) {
        String gate = call.gate() == null ? "" : "-" + safe(call.gate());
        return made(of(brief.runId()).resolve(safe(call.step())).resolve(call.round() + gate + "-" + call.attempt()));
    }

    /** A run's folder in the data folder, for nobody else's eyes: prompts and answers are in it. */
    private Path of(String runId) {
        Path folder = path(runId);
        try {
            OwnerOnly.folder(data.path());
            OwnerOnly.folder(data.path().resolve("runs"));
            OwnerOnly.folder(folder);
        } catch (IOException e) {
            throw cannotBeMade(folder, e);
        }
        return folder;
    }

    private Path path(String runId) {
        return data.path().resolve("runs").resolve(runId);
    }

    private static String safe(String name) {
        return name.replaceAll("[^A-Za-z0-9._-]", "_");
    }

    private static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw cannotBeMade(folder, e);
        }
    }

    private static CannotWork cannotBeMade(Path folder, IOException e) {
        return new CannotWork("The folder " + folder + " cannot be made: " + e.getMessage());
    }
}

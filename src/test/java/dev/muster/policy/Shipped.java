package dev.muster.policy;

import dev.muster.plan.Plan;
import dev.muster.plan.TaskContext;
import dev.muster.plan.settling.Settling;
import dev.muster.policy.files.FileTree;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** The packs that come with the program, as they are in the source folder. */
public final class Shipped {
    private Shipped() {}

    public static FileTree rules() {
        return FileTree.ofFolder(Path.of("rules"));
    }

    public static FileTree agents() {
        return FileTree.ofFolder(Path.of("agents"));
    }

    /** The names of all packs that plan. */
    public static List<String> names() {
        return PackNames.of(rules()).planning();
    }

    public static Pack pack(String name) {
        return PackReader.read(PackFiles.of(name, rules(), agents()), null);
    }

    public static Pack backend() {
        return pack("backend");
    }

    /** The pack backend of other files. */
    public static Pack pack(FileTree rules) {
        return PackReader.read(PackFiles.of("backend", rules, agents()), null);
    }

    public static Plan plan(Pack pack, String title, String description) {
        Plan.PlannedTask task = new Plan.PlannedTask(null, title, description, TaskContext.NONE);
        Plan.PackRef ref = new Plan.PackRef(pack.name(), pack.version(), List.of());
        return Planner.plan(pack, new Settling.Stamp("id", 1, Instant.EPOCH, ref, task));
    }
}

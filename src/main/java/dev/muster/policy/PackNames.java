package dev.muster.policy;

import dev.muster.limit.Allowance;
import dev.muster.policy.files.FileTree;
import dev.muster.policy.settings.PackYaml;
import dev.muster.source.FaultException;
import dev.muster.source.Faults;
import java.util.List;
import java.util.function.Predicate;

/**
 * The folders of a rules folder by what they are for.
 *
 * @param planning packs that plan
 * @param shared packs that say {@code plans: false}: their files are there for those that extend them
 */
public record PackNames(List<String> planning, List<String> shared) {
    private static final String SETTINGS = "/pack.yaml";

    public PackNames {
        planning = List.copyOf(planning);
        shared = List.copyOf(shared);
    }

    public static PackNames of(FileTree rules) {
        Predicate<String> plans = name -> plans(name + SETTINGS, rules);
        return new PackNames(
                rules.folders().stream().filter(plans).toList(),
                rules.folders().stream().filter(plans.negate()).toList());
    }

    /** A pack whose settings cannot be looked at is one that plans, so that it is told what is wrong with them. */
    private static boolean plans(String settings, FileTree rules) {
        String text = rules.has(settings) ? rules.text(settings, new Faults()) : "";
        if (!text.contains(PackYaml.PLANS)) { // few do, and the rest need not be parsed for it
            return true;
        }
        try {
            return Allowance.forReading(() -> PackYaml.plans(settings, text));
        } catch (FaultException e) {
            return true; // reading the pack tells what is wrong
        }
    }
}

package dev.muster.policy;

import dev.muster.policy.files.FileTree;
import dev.muster.source.Fault;
import dev.muster.source.Faults;
import dev.muster.source.Nearest;
import dev.muster.source.Place;
import dev.muster.source.YamlNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A pack and the packs that it extends, those first: whoever comes later overrides by name.
 *
 * @param packs the last one is the pack itself
 * @param faults what is wrong with what it says to extend
 */
public record Lineage(List<String> packs, List<Fault> faults) {
    private static final String SETTINGS = "/pack.yaml";
    private static final String EXTENDS = "extends";
    private static final int MOST_LEVELS = 16;
    private static final int MOST_FAULTS = 100;

    public Lineage {
        packs = List.copyOf(packs);
        faults = List.copyOf(faults);
    }

    /** The lineage as the packs' settings say it. */
    static Lineage of(String name, FileTree allRules) {
        List<String> found = new ArrayList<>();
        Faults faults = new Faults();
        visit(name, allRules, new ArrayList<>(), found, faults);
        return new Lineage(found, faults.sorted());
    }

    /** The lineage of a pack whose settings cannot even be looked at. */
    static Lineage unknown(String name, String why) {
        return new Lineage(List.of(name), List.of(new Fault(new Place(name + SETTINGS, 1, 1), why)));
    }

    /** Each pack is visited once, however many others extend it. */
    private static void visit(String name, FileTree rules, List<String> under, List<String> found, Faults faults) {
        if (found.contains(name)) {
            return;
        }
        under.add(name);
        String settings = name + SETTINGS;
        String text = rules.has(settings) ? rules.text(settings, new Faults()) : "";
        if (text.contains(EXTENDS)) { // few do, and the rest need not be parsed for it
            YamlNode root = YamlNode.parse(settings, text, new Faults());
            for (YamlNode parent : root.get(EXTENDS).items()) {
                if (faults.count() >= MOST_FAULTS) {
                    return;
                }
                parent(parent, rules, under, found, faults);
            }
        }
        under.removeLast();
        found.add(name);
    }

    private static void parent(YamlNode node, FileTree rules, List<String> under, List<String> found, Faults faults) {
        String parent = node.text();
        if (under.contains(parent)) {
            faults.add(
                    node.place(),
                    "Packs extend one another in a circle: " + String.join(" → ", under) + " → " + parent
                            + ". Take one of them out.");
        } else if (under.size() >= MOST_LEVELS) {
            faults.add(
                    node.place(),
                    "More than " + MOST_LEVELS + " packs extend one another: let " + under.getFirst()
                            + " extend one that is nearer to " + parent + ".");
        } else if (!rules.folders().contains(parent)) {
            faults.add(
                    node.place(),
                    "There is no pack \"" + parent + "\" to extend." + Nearest.hint(parent, rules.folders()));
        } else {
            visit(parent, rules, under, found, faults);
        }
    }

    /** The files of all its packs. */
    FileTree in(FileTree all) {
        return all.only(path -> packs.stream().anyMatch(pack -> path.startsWith(pack + "/")));
    }

    /** The pack that a path belongs to comes so late: 0 for the first. */
    int rank(String path) {
        return packs.indexOf(path.substring(0, path.indexOf('/')));
    }

    boolean extendsOthers() {
        return packs.size() > 1;
    }
}

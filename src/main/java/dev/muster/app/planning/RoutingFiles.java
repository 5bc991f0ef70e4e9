package dev.muster.app.planning;

import dev.muster.app.policies.BuiltIn;
import dev.muster.app.policies.PolicyFolders;
import dev.muster.app.refusal.PolicyReason;
import dev.muster.app.refusal.Refusal;
import dev.muster.file.Inside;
import dev.muster.file.UnfitFileException;
import dev.muster.policy.Routing;
import dev.muster.policy.check.PackFinding;
import dev.muster.policy.check.PackFinding.Level;
import dev.muster.policy.files.FileTree;
import dev.muster.source.Fault;
import dev.muster.source.FaultException;
import dev.muster.source.Faults;
import dev.muster.source.Nearest;
import dev.muster.source.Place;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The routing rules as they are now: {@code routing.drl} and {@code routing.csv} at the top of the rules folder. They are two
 * small files, looked at whenever a task names no pack, and compiled anew only when they have changed.
 */
@ApplicationScoped
public class RoutingFiles {
    private final PolicyFolders folders;
    private volatile @Nullable Compiled compiled;

    public RoutingFiles(PolicyFolders folders) {
        this.folders = folders;
    }

    /** Rules that were read, and from what. */
    private record Compiled(
            Map<String, String> texts, @Nullable Routing routing) {}

    /**
     * The rules; null where there are none.
     *
     * @throws Refusal where they are broken
     */
    @Nullable
    Routing current() {
        Compiled known = compiled;
        Map<String, String> texts = texts(known);
        if (known == null || !known.texts().equals(texts)) {
            try {
                known = new Compiled(texts, Routing.read(FileTree.of(texts)));
            } catch (FaultException e) {
                throw new Refusal(new PolicyReason.BrokenPolicy("routing", e.faults()), e);
            }
            compiled = known;
        }
        return known.routing();
    }

    /** What is wrong with the rules as they are now, and which packs they name that are not there. */
    public List<PackFinding> check(Collection<String> packs) {
        try {
            Routing routing = Routing.read(FileTree.of(texts(null)));
            return routing == null
                    ? List.of()
                    : routing.rows().stream()
                            .filter(row -> !packs.contains(row.cell("pack")))
                            .map(row -> finding(
                                    Level.WARNING,
                                    new Place(row.file(), row.line(), 1),
                                    "No pack is called \"" + row.cell("pack") + "\"."
                                            + Nearest.hint(row.cell("pack"), packs)))
                            .toList();
        } catch (FaultException e) {
            return e.faults().stream()
                    .map(fault -> finding(Level.ERROR, fault.place(), fault.message()))
                    .toList();
        }
    }

    private static PackFinding finding(Level level, Place place, String message) {
        return new PackFinding("routing", level, place, "routing", message);
    }

    private Map<String, String> texts(@Nullable Compiled known) {
        Path folder = folders.rules();
        if (folder == null || !Files.isDirectory(folder)) {
            return known == null ? builtIn() : known.texts();
        }
        Map<String, String> texts = new TreeMap<>();
        for (String name : new String[] {Routing.RULES, Routing.TABLE}) {
            if (Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
                texts.put(name, text(folder, name));
            }
        }
        return texts;
    }

    private static String text(Path folder, String name) {
        try {
            return new String(Inside.of(folder).read(name, FileTree.MAX_FILE_BYTES), StandardCharsets.UTF_8);
        } catch (UnfitFileException e) {
            Fault fault = new Fault(new Place(name, 1, 1), "It " + e.what());
            throw new Refusal(new PolicyReason.BrokenPolicy("routing", List.of(fault)), e);
        } catch (IOException e) {
            throw new Refusal(new PolicyReason.UnreadableFolder(name, name + " cannot be read: " + e), e);
        }
    }

    private static Map<String, String> builtIn() {
        Map<String, String> texts = new TreeMap<>();
        for (String name : new String[] {Routing.RULES, Routing.TABLE}) {
            if (BuiltIn.RULES.has(name)) {
                texts.put(name, BuiltIn.RULES.text(name, new Faults()));
            }
        }
        return texts;
    }
}

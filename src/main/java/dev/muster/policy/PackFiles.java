package dev.muster.policy;

import dev.muster.hash.Sha256;
import dev.muster.limit.Allowance;
import dev.muster.policy.files.FileTree;
import dev.muster.policy.files.PackVersion;
import dev.muster.source.Fault;
import dev.muster.source.FaultException;
import dev.muster.source.Place;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All files that a pack is made of, as they were at one moment, and the version that they are.
 *
 * @param rules the rules folder, of which only the pack's own folder is there, and those of the packs that it extends
 * @param agents the agents folder, likewise
 * @param lineage the packs whose files these are
 */
public record PackFiles(String name, String version, FileTree rules, FileTree agents, Lineage lineage) {
    private static final String RULES = "rules";
    private static final String AGENTS = "agents";

    /** The files of one pack out of the folders of all. */
    public static PackFiles of(String name, FileTree allRules, FileTree allAgents) {
        Lineage lineage = lineage(name, allRules);
        FileTree rules = lineage.in(allRules);
        FileTree agents = lineage.in(allAgents);
        return new PackFiles(name, PackVersion.of(rules, agents), rules, agents, lineage);
    }

    /** What is wrong with one pack's settings, whatever it is, keeps no other pack from being read. */
    private static Lineage lineage(String name, FileTree allRules) {
        try {
            return Allowance.forReading(() -> Lineage.of(name, allRules));
        } catch (FaultException e) {
            return new Lineage(List.of(name), e.faults());
        } catch (RuntimeException | Error e) {
            return Lineage.unknown(name, unexpected(e));
        }
    }

    private static String unexpected(Throwable e) {
        if (e instanceof OutOfMemoryError) {
            return "Reading the pack takes more memory than there is: make it smaller, or start Muster with more (-Xmx).";
        }
        return "Reading the pack failed, which should not happen: " + e + ". Please report it.";
    }

    /** The files of every pack of the rules that plans, by its name. */
    public static SortedMap<String, PackFiles> all(FileTree rules, FileTree agents) {
        SortedMap<String, PackFiles> packs = new TreeMap<>();
        PackNames.of(rules).planning().forEach(name -> packs.put(name, of(name, rules, agents)));
        return packs;
    }

    /** The files as {@link #contents} gave them. */
    public static PackFiles of(String name, Map<String, byte[]> contents) {
        FileTree tree = FileTree.ofBytes(contents);
        return of(name, tree.below(RULES), tree.below(AGENTS));
    }

    /** The bytes of each file by its path, which begins with {@code rules/} or {@code agents/}. */
    public SortedMap<String, byte[]> contents() {
        FileTree tree = rules.into(RULES).with(agents.into(AGENTS));
        SortedMap<String, byte[]> contents = new TreeMap<>();
        tree.paths().forEach(path -> contents.put(path, tree.bytes(path)));
        return contents;
    }

    /** The hash of each file's content by the same paths. */
    public SortedMap<String, String> hashes() {
        SortedMap<String, String> hashes = new TreeMap<>();
        contents().forEach((path, content) -> hashes.put(path, Sha256.of(content)));
        return hashes;
    }

    /**
     * The pack, or all that is wrong with its files. Nothing that they hold makes this fail in another way: an error of the Java
     * machine, such as too little memory, is this pack's alone, since what it took is free again.
     */
    public PackState read() {
        return read(null);
    }

    /** The same, sooner: what did not change since an earlier version of the pack is taken from there. */
    public PackState read(@Nullable Pack earlier) {
        try {
            return new PackState.Loaded(PackReader.read(this, earlier == null ? null : earlier.rules()));
        } catch (FaultException e) {
            return new PackState.Broken(name, e.faults());
        } catch (RuntimeException | Error e) {
            Place place = new Place(name + "/pack.yaml", 1, 1);
            return new PackState.Broken(name, List.of(new Fault(place, unexpected(e))));
        }
    }
}

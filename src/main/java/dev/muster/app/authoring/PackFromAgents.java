package dev.muster.app.authoring;

import dev.muster.agent.AgentFile;
import dev.muster.app.policies.PolicyFolders;
import dev.muster.app.refusal.PolicyReason;
import dev.muster.app.refusal.Refusal;
import dev.muster.policy.Policies;
import dev.muster.policy.check.PackCheck;
import dev.muster.policy.check.PackFinding;
import dev.muster.policy.draft.PackDraft;
import dev.muster.policy.files.FileTree;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes a first pack of a team's agent files: rules in the rules folder, and a copy of the agents in the agents folder. */
@ApplicationScoped
public class PackFromAgents {
    private final PolicyFolders folders;

    PackFromAgents(PolicyFolders folders) {
        this.folders = folders;
    }

    /**
     * What was made.
     *
     * @param count how many agents the pack has
     * @param notes files that were left out or changed, and why
     * @param findings what the check says about the new pack
     */
    public record Made(Path rules, Path agents, int count, List<String> notes, List<PackFinding> findings) {
        public Made {
            notes = List.copyOf(notes);
            findings = List.copyOf(findings);
        }
    }

    /** Where the rules of a pack of this name would stand. */
    public Path rules(String name) {
        return folders.rulesToAddTo().resolve(name);
    }

    private Path agents(String name) {
        return folders.agentsToAddTo().resolve(name);
    }

    /**
     * Makes the pack.
     *
     * @return null where the folder has no agent
     * @throws Refusal where a folder cannot be read or written to
     */
    public @Nullable Made make(String name, Path from) {
        if (!Files.isDirectory(from)) {
            throw new Refusal(new PolicyReason.NoSuchFolder(from.toString(), "--from-agents"));
        }
        List<String> notes = new ArrayList<>();
        try {
            Map<String, byte[]> files = markdown(from, notes);
            Map<String, AgentFile> agents = byName(files, notes);
            if (agents.isEmpty()) {
                return null;
            }
            for (AgentFile agent : agents.values()) {
                write(agents(name).resolve(agent.file()), text(agent, files, notes));
            }
            PackDraft.of(name, List.copyOf(agents.values()))
                    .forEach((file, text) -> write(rules(name).resolve(file), text));
            return new Made(rules(name), agents(name), agents.size(), notes, check(name));
        } catch (UncheckedIOException e) {
            throw new Refusal(new PolicyReason.UnreadableFolder(from.toString(), String.valueOf(e.getMessage())), e);
        }
    }

    private List<PackFinding> check(String name) {
        Policies policies = Policies.load(
                FileTree.ofPack(rules(name)).into(name),
                FileTree.ofPack(agents(name)).into(name));
        return PackCheck.check(Objects.requireNonNull(policies.pack(name)));
    }

    /** What lies elsewhere is left out: a team's agents are no way to copy files of this machine into a pack. */
    private static Map<String, byte[]> markdown(Path from, List<String> notes) {
        FileTree all = FileTree.ofPack(from);
        all.faults().forEach(fault -> notes.add(fault.place().file() + " is left out. " + fault.message()));
        Map<String, byte[]> files = new TreeMap<>();
        all.paths().stream()
                .filter(path -> path.toLowerCase(Locale.ROOT).endsWith(".md"))
                .forEach(path -> files.put(path, all.bytes(path)));
        return files;
    }

    /** The first file of a name counts; which of two is meant is for a person to say. */
    private static Map<String, AgentFile> byName(Map<String, byte[]> files, List<String> notes) {
        Map<String, AgentFile> agents = new TreeMap<>();
        files.forEach((path, bytes) -> {
            AgentFile agent = AgentFile.read(path, bytes);
            if (agent == null) {
                return;
            }
            AgentFile first = agents.putIfAbsent(agent.name(), agent);
            if (first != null) {
                notes.add(path + " is left out: " + first.file() + " has the name \"" + agent.name() + "\" already.");
            }
        });
        return agents;
    }

    /** The file as it is; what is no UTF-8 is written anew as UTF-8. */
    private static String text(AgentFile agent, Map<String, byte[]> files, List<String> notes) {
        byte[] bytes = Objects.requireNonNull(files.get(agent.file()));
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException _) {
            notes.add(agent.file() + " was no UTF-8 and is copied as UTF-8.");
            return "---\n" + agent.frontMatter().strip() + "\n---\n" + agent.prompt();
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written: " + e.getMessage(), e);
        }
    }
}

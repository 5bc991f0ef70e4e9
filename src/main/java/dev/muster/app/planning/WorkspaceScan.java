package dev.muster.app.planning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.app.json.Json;
import dev.muster.app.refusal.PolicyReason;
import dev.muster.app.refusal.Refusal;
import dev.muster.file.Inside;
import dev.muster.plan.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks at the folder where the work is to be done: which files there are near its top, and what its manifests depend on. It
 * reads nothing else and runs nothing.
 */
public final class WorkspaceScan {
    private static final int MAX_DEPTH = 4;
    private static final int MAX_FILES = 1_000;
    private static final int MAX_DEPENDENCIES = 500;
    private static final long MAX_MANIFEST_BYTES = 1 << 20;
    /** What tools fetch or make is not the project's own. */
    private static final Set<String> MADE_BY_TOOLS =
            Set.of("node_modules", "target", "build", "dist", "vendor", "venv", "__pycache__", "out", "coverage");

    // What was matched is not tried again in parts: a line may be as long as a manifest.
    private static final Pattern GO_MODULE =
            Pattern.compile("(?m)^[ \\t]*+(?:require[ \\t]++)?+([\\w-]++\\.[\\w./-]++)[ \\t]++v\\d");
    private static final Pattern PYTHON_LINE = Pattern.compile(
            "(?m)^[ \\t]*+\"?+([A-Za-z][\\w.-]*+)[ \\t]*+" + "(?:\\[[^]\\n]*+][ \\t]*+)?+(?:[=<>!~;\",]|$)");

    private final Inside inside;
    private final Path root;
    private final TreeSet<String> files = new TreeSet<>();
    private final TreeSet<String> dependencies = new TreeSet<>();
    private boolean complete = true;

    private WorkspaceScan(Inside inside) {
        this.inside = inside;
        this.root = inside.root();
    }

    /**
     * What is there.
     *
     * @throws Refusal where the folder is not there or cannot be read
     */
    public static Workspace of(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new Refusal(new PolicyReason.NoSuchFolder(folder.toString(), "--workspace"));
        }
        WorkspaceScan scan = scan(folder);
        return new Workspace(
                List.copyOf(scan.files),
                scan.dependencies.stream().limit(MAX_DEPENDENCIES).toList(),
                scan.complete);
    }

    private static WorkspaceScan scan(Path folder) {
        try {
            Inside inside = Inside.of(folder);
            WorkspaceScan scan = new WorkspaceScan(inside);
            Files.walkFileTree(inside.root(), Set.of(), MAX_DEPTH, scan.new Visitor());
            List.copyOf(scan.files).forEach(scan::manifest);
            return scan;
        } catch (IOException | UncheckedIOException e) {
            throw new Refusal(new PolicyReason.UnreadableFolder(folder.toString(), String.valueOf(e.getMessage())), e);
        }
    }

    private final class Visitor extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name =
                    folder.getFileName() == null ? "" : folder.getFileName().toString();
            boolean skipped = !folder.equals(root) && (name.startsWith(".") || MADE_BY_TOOLS.contains(name));
            return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isDirectory()) {
                complete = false; // deeper than anybody looks
                return FileVisitResult.CONTINUE;
            }
            if (files.size() == MAX_FILES) {
                complete = false;
                return FileVisitResult.TERMINATE;
            }
            files.add(root.relativize(file).toString().replace('\\', '/'));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            complete = false;
            return FileVisitResult.CONTINUE;
        }
    }

    private void manifest(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (name.equals("package.json")) {
            npm(text(path));
        } else if (name.equals("go.mod")) {
            all("go:", GO_MODULE, text(path));
        } else if (name.equals("pyproject.toml") || name.matches("requirements.*\\.txt")) {
            all("python:", PYTHON_LINE, text(path));
        }
    }

    /**
     * A manifest that is too large, no text, or no file of the workspace names nothing: what lies elsewhere is nobody's business who
     * may write here.
     */
    private String text(String path) {
        try {
            byte[] bytes = inside.read(path, MAX_MANIFEST_BYTES);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException _) {
            return "";
        } catch (IOException _) {
            complete = false;
            return "";
        }
    }

    /** A manifest that is no JSON names nothing; whoever works there will notice. */
    private void npm(String json) {
        try {
            JsonNode root = Json.mapper().readTree(json);
            for (String kind : List.of("dependencies", "devDependencies", "peerDependencies")) {
                root.path(kind).fieldNames().forEachRemaining(name -> dependencies.add("npm:" + name));
            }
        } catch (JsonProcessingException _) {
            complete = false;
        }
    }

    private void all(String kind, Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        while (found.find()) {
            dependencies.add(kind + found.group(1));
        }
    }
}

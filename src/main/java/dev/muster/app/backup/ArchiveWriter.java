package dev.muster.app.backup;

import dev.muster.app.backup.Manifest.Entry;
import dev.muster.app.backup.Manifest.Kind;
import dev.muster.file.PlainFile;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes files into an archive and their hashes into its manifest, which comes last. */
final class ArchiveWriter implements AutoCloseable {
    private final ZipOutputStream zip;
    private final List<Entry> entries = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();

    ArchiveWriter(OutputStream to) {
        this.zip = new ZipOutputStream(to, StandardCharsets.UTF_8);
        zip.setLevel(Deflater.BEST_SPEED);
    }

    /** A file under a path of its own. */
    void file(Path file, String path) throws IOException {
        String mode = Modes.of(file);
        try (InputStream from = PlainFile.open(file)) {
            zip.putNextEntry(new ZipEntry(Manifest.DATA + path));
            Hashing copied = Hashing.copy(from, zip);
            zip.closeEntry();
            entries.add(new Entry(Kind.FILE, path, mode, copied.bytes(), copied.sha256(), null));
        }
    }

    /**
     * All below a folder. Runs go on meanwhile, so what is there when the folder is listed may be gone when it is read: then it
     * was not to be kept.
     *
     * @param wanted of what is directly in the folder
     */
    void below(Path root, Predicate<String> wanted) throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (folder.equals(root)) {
                    return FileVisitResult.CONTINUE;
                }
                if (!isWanted(folder) || !hasGoodName(folder)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                entries.add(new Entry(Kind.FOLDER, name(folder), Modes.of(folder), null, null, null));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!isWanted(file) || !hasGoodName(file)) {
                    return FileVisitResult.CONTINUE;
                }
                try {
                    add(file, attributes);
                } catch (NoSuchFileException _) {
                    // It was to be removed.
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }

            private void add(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isSymbolicLink()) {
                    String target = Files.readSymbolicLink(file).toString();
                    if (ArchiveNames.staysInside(name(file), target)) {
                        entries.add(new Entry(Kind.LINK, name(file), null, null, null, target));
                    } else {
                        leftOut.add(name(file) + " links out of the data folder");
                    }
                } else if (attributes.isRegularFile()) {
                    file(file, name(file));
                }
            }

            // What restore would refuse is not written.
            private boolean hasGoodName(Path path) {
                String problem = ArchiveNames.problem(name(path));
                if (problem != null) {
                    leftOut.add(ManifestCheck.shown(name(path)) + " " + problem);
                }
                return problem == null;
            }

            private boolean isWanted(Path path) {
                return wanted.test(root.relativize(path).getName(0).toString());
            }

            private String name(Path path) {
                return root.relativize(path).toString().replace(File.separatorChar, '/');
            }
        });
    }

    /** What is not in the archive although it is in the folder, and why. */
    List<String> leftOut() {
        return List.copyOf(leftOut);
    }

    /**
     * Ends the archive.
     *
     * @throws IOException also where there is more than restore takes
     */
    Manifest finish(Instant now) throws IOException {
        Manifest manifest = new Manifest(Manifest.FORMAT, now, entries);
        byte[] json = manifest.json().getBytes(StandardCharsets.UTF_8);
        if (entries.size() > Manifest.MOST_ENTRIES || json.length > Manifest.MOST_BYTES) {
            throw new IOException("there are " + entries.size() + " files in the folder, more than a backup can have;"
                    + " remove folders of runs that are not needed any more");
        }
        zip.putNextEntry(new ZipEntry(Manifest.NAME));
        zip.write(json);
        zip.closeEntry();
        zip.finish();
        return manifest;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}

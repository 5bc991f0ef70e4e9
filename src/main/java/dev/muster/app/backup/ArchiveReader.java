package dev.muster.app.backup;

import dev.muster.app.backup.Manifest.Entry;
import dev.muster.app.backup.Manifest.Kind;
import dev.muster.file.OwnerOnly;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Reads an archive. It may come from anywhere: nothing that it says of itself is believed, and all of it is looked at before anything
 * is written.
 */
final class ArchiveReader implements AutoCloseable {
    /** What a data folder becomes in an archive is some times smaller, not hundreds of times. */
    private static final long MOST_TIMES_SMALLER = 200;

    private static final long ANY_TIMES_SMALLER_BYTES = 1L << 30;
    private static final byte[] SQLITE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    private final ZipFile zip;
    private final Manifest manifest;
    private final boolean links;
    private final long archiveBytes;

    /**
     * Opens it.
     *
     * @param links whether the links in it are to be restored
     */
    ArchiveReader(Path file, boolean links) throws IOException, BrokenArchiveException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new BrokenArchiveException("it is no file");
        }
        this.links = links;
        this.archiveBytes = Files.size(file);
        this.zip = open(file);
        try {
            this.manifest = manifest();
        } catch (IOException | BrokenArchiveException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static ZipFile open(Path file) throws IOException, BrokenArchiveException {
        try {
            return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException e) {
            throw new BrokenArchiveException("it is no whole archive (" + e.getMessage() + ")");
        } catch (OutOfMemoryError _) {
            throw new BrokenArchiveException("its table of contents does not fit into memory");
        }
    }

    private Manifest manifest() throws IOException, BrokenArchiveException {
        ZipEntry entry = zip.getEntry(Manifest.NAME);
        if (entry == null) {
            throw new BrokenArchiveException("it has no " + Manifest.NAME);
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return Manifest.read(in);
        } catch (ZipException | EOFException e) {
            throw new BrokenArchiveException("its " + Manifest.NAME + " is damaged (" + e.getMessage() + ")");
        }
    }

    Manifest contents() {
        return manifest;
    }

    /** The library that older backups have in them is unpacked anew: what is code comes out of the program alone. */
    private List<Entry> wanted() {
        return manifest.entries().stream()
                .filter(entry -> !entry.path().equals("lib") && !entry.path().startsWith("lib/"))
                .toList();
    }

    /**
     * Holds all of it against its manifest, and writes nothing.
     *
     * @param room how many bytes there is room for
     */
    void verify(long room) throws IOException, BrokenArchiveException {
        ManifestCheck.check(wanted(), links);
        checkSameFiles();
        checkSize(room);
        for (Entry entry : wanted()) {
            if (entry.kind() == Kind.FILE) {
                copy(entry, OutputStream.nullOutputStream());
            }
        }
    }

    private void checkSize(long room) throws BrokenArchiveException {
        long bytes = wanted().stream()
                .filter(entry -> entry.kind() == Kind.FILE)
                .mapToLong(entry -> Objects.requireNonNull(entry.bytes()))
                .sum();
        if (bytes > room) {
            throw new BrokenArchiveException("it has " + bytes + " bytes in it, and there is room for " + room);
        }
        if (bytes > Math.max(ANY_TIMES_SMALLER_BYTES, archiveBytes * MOST_TIMES_SMALLER)) {
            throw new BrokenArchiveException("it would become " + bytes / archiveBytes + " times as large as it is");
        }
    }

    /** What only the archive has, or only its manifest, would be neither restored nor missed. */
    private void checkSameFiles() throws BrokenArchiveException {
        Set<String> listed = new HashSet<>();
        for (Entry entry : manifest.entries()) {
            if (entry.kind() == Kind.FILE && !listed.add(Manifest.DATA + entry.path())) {
                throw new BrokenArchiveException(entry.path() + " is in its manifest twice");
            }
        }
        listed.add(Manifest.NAME);
        for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
            String name = all.nextElement().getName();
            if (!listed.remove(name)) {
                throw new BrokenArchiveException(
                        "\"" + ManifestCheck.shown(name) + "\" is in it twice, or is not in its manifest");
            }
        }
        if (!listed.isEmpty()) {
            String missing = listed.iterator().next();
            throw new BrokenArchiveException(
                    ManifestCheck.shown(missing.substring(Manifest.DATA.length())) + " is missing");
        }
    }

    /** Writes everything below a folder that is empty and ours. Links come last, so that none of them is in the way of a file. */
    void extractTo(Path root) throws IOException, BrokenArchiveException {
        for (Entry entry : wanted()) {
            Path to = root.resolve(entry.path());
            switch (entry.kind()) {
                case FOLDER -> folder(root, to);
                case FILE -> extract(root, entry, to);
                case LINK -> {}
            }
        }
        for (Entry entry : wanted()) {
            if (entry.kind() == Kind.LINK && links) {
                Path to = root.resolve(entry.path());
                folder(root, parent(to));
                Files.createSymbolicLink(to, Path.of(Objects.requireNonNull(entry.target())));
            }
        }
    }

    private static Path parent(Path path) {
        return Objects.requireNonNull(path.getParent());
    }

    private static void folder(Path root, Path folder) throws IOException {
        if (!folder.equals(root)) {
            folder(root, parent(folder));
            OwnerOnly.folder(folder);
        }
    }

    /** What was for others too is for its owner alone from now on. */
    private void extract(Path root, Entry entry, Path to) throws IOException, BrokenArchiveException {
        folder(root, parent(to));
        OwnerOnly.newFile(to);
        try (OutputStream out = Files.newOutputStream(to, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            copy(entry, out);
        }
        if (entry.mode() != null && entry.mode().charAt(2) == 'x') {
            Modes.set(to, "rwx------");
        }
    }

    private void copy(Entry entry, OutputStream out) throws IOException, BrokenArchiveException {
        String path = entry.path();
        long bytes = Objects.requireNonNull(entry.bytes());
        Hashing copied;
        try (InputStream in = new BufferedInputStream(zip.getInputStream(zip.getEntry(Manifest.DATA + path)))) {
            if (path.equals(Restore.STORE)) {
                checkStore(in);
            }
            copied = Hashing.copy(in, out, bytes);
        } catch (ZipException | EOFException e) {
            throw new BrokenArchiveException(path + " is damaged (" + e.getMessage() + ")");
        }
        if (copied.bytes() != bytes) {
            throw new BrokenArchiveException(path + " has " + (copied.bytes() > bytes ? "more" : "fewer") + " than the "
                    + bytes + " bytes that were backed up");
        }
        if (!copied.sha256().equals(entry.sha256())) {
            throw new BrokenArchiveException(path + " is not what was backed up: its hash is another");
        }
    }

    private static void checkStore(InputStream in) throws IOException, BrokenArchiveException {
        in.mark(SQLITE.length);
        byte[] begin = in.readNBytes(SQLITE.length);
        in.reset();
        if (!Arrays.equals(begin, SQLITE)) {
            throw new BrokenArchiveException(Restore.STORE + " is no database of SQLite");
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}

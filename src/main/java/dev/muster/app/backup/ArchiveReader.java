package dev.muster.app.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.muster.app.backup.Manifest.Entry;
import dev.muster.app.backup.Manifest.Kind;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Reads an archive and holds each file against its hash. */
final class ArchiveReader implements AutoCloseable {
    private final ZipFile zip;
    private final Manifest manifest;

    ArchiveReader(Path file) throws IOException, BrokenArchive {
        try {
            this.zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException e) {
            throw new BrokenArchive("it is no whole archive (" + e.getMessage() + ")");
        }
        this.manifest = manifest();
    }

    /** What makes an archive none of ours, or a damaged one. */
    static final class BrokenArchive extends Exception {
        private static final long serialVersionUID = 1L;

        BrokenArchive(String what) {
            super(what);
        }
    }

    Manifest contents() {
        return manifest;
    }

    private Manifest manifest() throws IOException, BrokenArchive {
        ZipEntry entry = zip.getEntry(Manifest.NAME);
        if (entry == null) {
            throw new BrokenArchive("it has no " + Manifest.NAME);
        }
        try (InputStream in = zip.getInputStream(entry)) {
            Manifest read = Manifest.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            if (read.format() != Manifest.FORMAT) {
                throw new BrokenArchive("it has the format " + read.format() + ", which a newer Muster wrote");
            }
            return read;
        } catch (JsonProcessingException e) {
            throw new BrokenArchive("its " + Manifest.NAME + " cannot be read (" + e.getOriginalMessage() + ")");
        }
    }

    /** Writes everything below a folder. Modes and links come last, so that neither is in the way of a file. */
    void extractTo(Path root) throws IOException, BrokenArchive {
        for (Entry entry : manifest.entries()) {
            Path to = inside(root, entry);
            switch (entry.kind()) {
                case FOLDER -> Files.createDirectories(to);
                case FILE -> extract(entry, to);
                case LINK -> {}
            }
        }
        List<Entry> deepestFirst = manifest.entries().reversed();
        for (Entry entry : deepestFirst) {
            Path to = inside(root, entry);
            if (entry.kind() == Kind.LINK && entry.target() != null) {
                Files.createSymbolicLink(to, Path.of(entry.target()));
            } else {
                Modes.set(to, entry.mode());
            }
        }
    }

    private static Path inside(Path root, Entry entry) throws BrokenArchive {
        Path to = root.resolve(entry.path()).normalize();
        if (!to.startsWith(root) || to.equals(root)) {
            throw new BrokenArchive("\"" + entry.path() + "\" would be outside of the data folder");
        }
        return to;
    }

    private void extract(Entry entry, Path to) throws IOException, BrokenArchive {
        ZipEntry from = zip.getEntry(Manifest.DATA + entry.path());
        if (from == null) {
            throw new BrokenArchive(entry.path() + " is missing");
        }
        Files.createDirectories(to.getParent());
        Hashing copied;
        try (InputStream in = zip.getInputStream(from);
                OutputStream out = Files.newOutputStream(to)) {
            copied = Hashing.copy(in, out);
        } catch (ZipException | EOFException e) {
            throw new BrokenArchive(entry.path() + " is damaged (" + e.getMessage() + ")");
        }
        if (!copied.sha256().equals(entry.sha256())) {
            throw new BrokenArchive(entry.path() + " is not what was backed up: its hash is another");
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}

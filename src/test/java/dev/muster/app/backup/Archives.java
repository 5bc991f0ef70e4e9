package dev.muster.app.backup;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.app.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes archives that no backup writes. */
final class Archives implements AutoCloseable {
    static final byte[] STORE = "SQLite format 3\0 and so on".getBytes(StandardCharsets.UTF_8);

    private final ZipOutputStream zip;
    private final ObjectNode manifest = Json.mapper().createObjectNode();
    private final ArrayNode entries;

    private Archives(Path file) throws IOException {
        zip = new ZipOutputStream(Files.newOutputStream(file), StandardCharsets.UTF_8);
        manifest.put("format", 1).put("createdAt", "2026-01-02T03:04:05Z");
        entries = manifest.putArray("entries");
    }

    /** What is put into an archive beside a store. */
    interface More {
        void into(Archives archive) throws IOException;
    }

    static Path write(Path file, More more) {
        return bare(file, archive -> {
            archive.file("muster.db", STORE);
            more.into(archive);
        });
    }

    static Path bare(Path file, More more) {
        try (Archives archive = new Archives(file)) {
            more.into(archive);
            archive.content("manifest.json", archive.manifest.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    ObjectNode manifest() {
        return manifest;
    }

    void file(String path, byte[] content) throws IOException {
        listed(path, content.length, hash(new ByteArrayInputStream(content)));
        content("data/" + path, content);
    }

    void file(String path, String content) throws IOException {
        file(path, content.getBytes(StandardCharsets.UTF_8));
    }

    ObjectNode listed(String path, long bytes, String hash) {
        return entries.addObject()
                .put("kind", "file")
                .put("path", path)
                .put("mode", "rwxrwxrwx")
                .put("bytes", bytes)
                .put("sha256", hash);
    }

    void folder(String path) {
        entries.addObject().put("kind", "folder").put("path", path).put("mode", "rwxrwxrwx");
    }

    void link(String path, String target) {
        entries.addObject().put("kind", "link").put("path", path).put("target", target);
    }

    void content(String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    /** Zeros, which hardly take room in the archive. */
    void zeros(String name, long bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        byte[] piece = new byte[1 << 20];
        for (long left = bytes; left > 0; left -= piece.length) {
            zip.write(piece, 0, (int) Math.min(left, piece.length));
        }
        zip.closeEntry();
    }

    static String hash(InputStream content) throws IOException {
        return Hashing.copy(content, OutputStream.nullOutputStream()).sha256();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}

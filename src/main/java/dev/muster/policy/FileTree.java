package dev.muster.policy;

import dev.muster.source.Faults;
import dev.muster.source.Place;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The files of a folder as they were at one moment, by their path relative to it, with {@code /}. Whoever works from it sees
 * one state, however often an editor writes in the meantime.
 */
public final class FileTree {
    /** A policy is text that people write; a file beyond this many bytes is a mistake. */
    static final long MAX_FILE_BYTES = 16L << 20;

    private final SortedMap<String, byte[]> files;

    private FileTree(Map<String, byte[]> files) {
        this.files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    public static FileTree of(Map<String, String> texts) {
        Map<String, byte[]> files = new TreeMap<>();
        texts.forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return new FileTree(files);
    }

    public static FileTree ofBytes(Map<String, byte[]> files) {
        return new FileTree(files);
    }

    /** Reads all files below a folder; those whose name begins with a dot, as editors and volumes make them, are not seen. */
    public static FileTree ofFolder(Path folder) {
        try (Stream<Path> paths = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            Map<String, byte[]> files = new TreeMap<>();
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(path).toString().replace('\\', '/');
                if (!isHidden(name)) {
                    files.put(name, read(path));
                }
            }
            return new FileTree(files);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static boolean isHidden(String path) {
        return path.startsWith(".") || path.contains("/.");
    }

    private static byte[] read(Path path) throws IOException {
        long bytes = Files.size(path);
        if (bytes > MAX_FILE_BYTES) {
            throw new IOException(path + " has " + bytes + " bytes; a file of a policy has at most " + MAX_FILE_BYTES);
        }
        return Files.readAllBytes(path);
    }

    /** Reads a zip archive, such as the one that the program carries. */
    public static FileTree ofZip(InputStream archive) {
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(archive)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    files.put(entry.getName(), zip.readAllBytes());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The archive of rules and agents cannot be read.", e);
        }
        return new FileTree(files);
    }

    /** The paths in their natural order. */
    public List<String> paths() {
        return List.copyOf(files.keySet());
    }

    /** The names of the folders at the top. */
    public List<String> folders() {
        return files.keySet().stream()
                .filter(path -> path.contains("/"))
                .map(path -> path.substring(0, path.indexOf('/')))
                .distinct()
                .toList();
    }

    public boolean isEmpty() {
        return files.isEmpty();
    }

    public boolean has(String path) {
        return files.containsKey(path);
    }

    /** The same paths, but only those that fit. */
    public FileTree only(Predicate<String> wanted) {
        return new FileTree(files.entrySet().stream()
                .filter(file -> wanted.test(file.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** What is in a folder, its path still in front. */
    public FileTree in(String folder) {
        return only(path -> path.startsWith(folder + "/"));
    }

    /** What is in a folder, its path taken off. */
    public FileTree below(String folder) {
        return moved(in(folder), path -> path.substring(folder.length() + 1));
    }

    /** Everything, moved into a folder. */
    public FileTree into(String folder) {
        return moved(this, path -> folder + "/" + path);
    }

    /** These files and others; where both have a path, the other's file. */
    public FileTree with(FileTree others) {
        Map<String, byte[]> all = new TreeMap<>(files);
        all.putAll(others.files);
        return new FileTree(all);
    }

    private static FileTree moved(FileTree tree, java.util.function.UnaryOperator<String> path) {
        return new FileTree(tree.files.entrySet().stream()
                .collect(Collectors.toMap(file -> path.apply(file.getKey()), Map.Entry::getValue)));
    }

    /** The content of a file, which nobody may change. */
    public byte[] bytes(String path) {
        byte[] bytes = files.get(path);
        if (bytes == null) {
            throw new IllegalArgumentException("no file " + path);
        }
        return bytes;
    }

    /** The text of a file in UTF-8, without a byte order mark; what is not UTF-8 is a fault at the first bad byte. */
    public String text(String path, Faults faults) {
        String text = new String(bytes(path), StandardCharsets.UTF_8);
        // What is not UTF-8 becomes this character, which hardly any text has otherwise.
        return withoutMark(text.indexOf('\uFFFD') < 0 ? text : checked(path, text, faults));
    }

    private String checked(String path, String lenient, Faults faults) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes(path));
        CharBuffer out = CharBuffer.allocate(in.remaining() + 1);
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            String[] lines = text.split("\n", -1);
            Place place = new Place(path, lines.length, lines[lines.length - 1].length() + 1);
            faults.add(
                    place, "This byte is no UTF-8 (0x%02x). Save the file as UTF-8.".formatted(in.get(in.position())));
        }
        return lenient; // also where something is wrong, so that nothing else seems missing
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}

package dev.muster.policy.files;

import dev.muster.file.FolderWalk;
import dev.muster.source.Fault;
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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
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
    public static final long MAX_FILE_BYTES = 16L << 20;

    private final SortedMap<String, byte[]> files;
    /** What is the matter with those that are there and were not read; the path of a folder ends with a slash. */
    private final SortedMap<String, String> unread;

    private FileTree(Map<String, byte[]> files, Map<String, String> unread) {
        this.files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        this.unread = Collections.unmodifiableSortedMap(new TreeMap<>(unread));
    }

    private FileTree(Map<String, byte[]> files) {
        this(files, Map.of());
    }

    public static FileTree of(Map<String, String> texts) {
        Map<String, byte[]> files = new TreeMap<>();
        texts.forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return new FileTree(files);
    }

    public static FileTree ofBytes(Map<String, byte[]> files) {
        return new FileTree(files);
    }

    static FileTree of(Map<String, byte[]> files, Map<String, String> unread) {
        return new FileTree(files, unread);
    }

    /**
     * Reads all files below a folder that has a folder for each pack. What lies elsewhere by its real path, or cannot be read, is a
     * fault of its pack. Names that volumes and editors make for themselves are not seen.
     */
    public static FileTree ofFolder(Path folder) {
        return FolderReading.read(folder, FolderWalk::walk);
    }

    /** Likewise, of one pack's own folder: its files may link to one another wherever they are in it. */
    public static FileTree ofPack(Path folder) {
        return FolderReading.read(folder, FolderWalk::walkPack);
    }

    /** Reads a zip archive, such as the one that the program carries. */
    public static FileTree ofZip(InputStream archive) {
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(archive)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    files.put(entry.getName(), read(zip, entry));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The archive of rules and agents cannot be read: " + e.getMessage(), e);
        }
        return new FileTree(files);
    }

    private static byte[] read(ZipInputStream zip, ZipEntry entry) throws IOException {
        byte[] bytes = zip.readNBytes((int) MAX_FILE_BYTES + 1);
        if (bytes.length > MAX_FILE_BYTES) {
            throw new IOException(entry.getName() + " has more than " + MAX_FILE_BYTES + " bytes");
        }
        return bytes;
    }

    /** The paths in their natural order. */
    public List<String> paths() {
        return List.copyOf(files.keySet());
    }

    /** The names of the folders at the top, also of those of which nothing could be read. */
    public List<String> folders() {
        return Stream.concat(files.keySet().stream(), unread.keySet().stream())
                .filter(path -> path.contains("/"))
                .map(path -> path.substring(0, path.indexOf('/')))
                .distinct()
                .sorted()
                .toList();
    }

    /** What is the matter with files that are there and were not read: where they are, links that lead elsewhere, their size. */
    public List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        unread.forEach((path, what) -> faults.add(new Fault(
                new Place(path.endsWith("/") ? path.substring(0, path.length() - 1) : path, 1, 1), "It " + what)));
        return faults;
    }

    public boolean has(String path) {
        return files.containsKey(path);
    }

    /** The same paths, but only those that fit. */
    public FileTree only(Predicate<String> wanted) {
        return new FileTree(only(files, wanted), only(unread, wanted));
    }

    private static <T> Map<String, T> only(Map<String, T> all, Predicate<String> wanted) {
        return all.entrySet().stream()
                .filter(file -> wanted.test(file.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
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
        Map<String, String> allUnread = new TreeMap<>(unread);
        allUnread.keySet().removeAll(others.files.keySet());
        allUnread.putAll(others.unread);
        return new FileTree(all, allUnread);
    }

    private static FileTree moved(FileTree tree, UnaryOperator<String> path) {
        return new FileTree(moved(tree.files, path), moved(tree.unread, path));
    }

    private static <T> Map<String, T> moved(Map<String, T> all, UnaryOperator<String> path) {
        return all.entrySet().stream()
                .collect(Collectors.toMap(file -> path.apply(file.getKey()), Map.Entry::getValue));
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

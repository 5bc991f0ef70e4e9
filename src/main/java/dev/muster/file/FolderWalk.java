package dev.muster.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * Goes through a folder that holds one folder a pack. What a pack's folder brings lies in that folder by its real path, through
 * however many links, as a volume's {@code ..data} makes them; what lies elsewhere is trouble of that pack, as is what cannot be read.
 * Names that volumes and editors make for themselves are not seen.
 */
public final class FolderWalk {
    private static final int MAX_DEPTH = 16;
    /** A pack has some fifty files; a link that leads to its own folder's neighbours could make any number of them. */
    private static final int MAX_ENTRIES = 10_000;

    /** Where more than this is the matter with one pack, the rest is of the same kind. */
    private static final int MAX_TROUBLES = 100;

    private static final Pattern FILE = Pattern.compile(".*\\.(md|drl|csv|ya?ml|txt|json|html?)");

    /** What Java makes of bytes that are no UTF-8. */
    private static final char NO_TEXT = '\uFFFD';

    private static final Pattern SPECIAL = Pattern.compile("[\\p{Cntrl}\\x{80}-\\x{9F}" + NO_TEXT + "]");

    private final Inside inside;
    private final Visitor visitor;
    private final boolean onePack;

    private FolderWalk(Inside inside, Visitor visitor, boolean onePack) {
        this.inside = inside;
        this.visitor = visitor;
        this.onePack = onePack;
    }

    /** Is told what there is, by its path below the folder, with {@code /}. */
    public interface Visitor {
        /** A folder; that of the walk itself has the path "". */
        void folder(String path, Path real, BasicFileAttributes attributes);

        /** A regular file. */
        void file(String path, Path real, BasicFileAttributes attributes);

        /**
         * What cannot be read.
         *
         * @param path ends with {@code /} where it is a folder
         * @param what is the matter, to be put behind its name
         */
        void trouble(String path, String what);
    }

    /** Tells the visitor of all that is in the folder. */
    public static void walk(Inside inside, Visitor visitor) throws IOException {
        new FolderWalk(inside, visitor, false).all();
    }

    /** Likewise of the folder of one pack: what it brings lies anywhere in it. */
    public static void walkPack(Inside inside, Visitor visitor) throws IOException {
        new FolderWalk(inside, visitor, true).all();
    }

    private void all() throws IOException {
        Path root = inside.root();
        visitor.folder("", root, attributes(root));
        for (Path name : inside.namesInReal(root)) {
            if (isUnreadable(name)) {
                unreadable("", name, root.resolve(name), visitor::trouble);
            } else if (!isHidden(name)) {
                top(name.toString(), root.resolve(name));
            }
        }
    }

    /** A name that is no text is not the same in every message, and one with a line break makes two of one. */
    private static boolean isUnreadable(Path name) {
        return name.toString().chars().anyMatch(c -> Character.isISOControl(c) || c == NO_TEXT);
    }

    private static void unreadable(String folder, Path name, Path at, BiConsumer<String, String> trouble) {
        String shown = SPECIAL.matcher(name.toString()).replaceAll("?");
        boolean isFolder = Files.isDirectory(at, LinkOption.NOFOLLOW_LINKS);
        if (!isHidden(name) && (isFolder || FILE.matcher(shown).matches())) {
            trouble.accept(
                    folder + shown + (isFolder ? "/" : ""),
                    "has a name with characters that cannot be shown. Give it another one.");
        }
    }

    private void top(String path, Path at) throws IOException {
        try {
            BasicFileAttributes found = attributes(at);
            Path real = found.isSymbolicLink() ? Links.realPath(at, inside.root()) : at;
            boolean folder = Files.isDirectory(real, LinkOption.NOFOLLOW_LINKS);
            new Part(folder && !onePack ? real : inside.root()).visit(path, at);
        } catch (NoSuchFileException _) {
            // It is gone since the folder was listed.
        } catch (UnfitFileException e) {
            visitor.trouble(looksLikeFolder(at) ? path + "/" : path, e.what());
        } catch (IOException e) {
            visitor.trouble(path, cannotBeRead(e));
        }
    }

    /** Of a link that leads nowhere, or elsewhere, nobody knows what it leads to; only files have such an ending. */
    private static boolean looksLikeFolder(Path link) {
        return !FILE.matcher(link.getFileName().toString()).matches();
    }

    private static boolean isHidden(Path name) {
        return isHidden(name.toString());
    }

    /** Names that volumes, and editors for their own copies, give to what is nobody's: {@code .x}, {@code x~} and {@code #x#}. */
    public static boolean isHidden(String name) {
        return name.startsWith(".") || name.endsWith("~") || name.startsWith("#") && name.endsWith("#");
    }

    private static String cannotBeRead(IOException e) {
        return "cannot be read: " + (e instanceof AccessDeniedException ? "access is denied" : reason(e)) + ".";
    }

    private static String reason(IOException e) {
        return e instanceof FileSystemException f && f.getReason() != null
                ? f.getReason()
                : e.getClass().getSimpleName();
    }

    private static BasicFileAttributes attributes(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    /** What is at the top of the folder, with all that is below it. */
    private final class Part {
        private final Path home;
        private final Deque<Path> above = new ArrayDeque<>();
        private int entries;
        private int troubles;

        Part(Path home) {
            this.home = home;
        }

        void visit(String path, Path at) {
            if (troubles > MAX_TROUBLES || entries++ >= MAX_ENTRIES) {
                return;
            }
            if (entries == MAX_ENTRIES) {
                trouble(path, "is one file too many: a pack has at most " + MAX_ENTRIES + ".");
                return;
            }
            try {
                BasicFileAttributes found = attributes(at);
                boolean link = found.isSymbolicLink();
                Path real = link ? Links.realPath(at, above.isEmpty() ? inside.root() : home) : at;
                visit(path, real, link ? attributes(real) : found);
            } catch (NoSuchFileException _) {
                // It is gone since its folder was listed.
            } catch (UnfitFileException e) {
                trouble(path, e.what());
            } catch (IOException e) {
                trouble(path, cannotBeRead(e));
            }
        }

        private void visit(String path, Path real, BasicFileAttributes attributes) {
            if (attributes.isDirectory()) {
                folder(path, real, attributes);
            } else if (attributes.isRegularFile()) {
                visitor.file(path, real, attributes);
            } else {
                trouble(path, "is " + PlainFile.kind(attributes) + ", where a file is expected.");
            }
        }

        private void folder(String path, Path real, BasicFileAttributes attributes) {
            if (above.contains(real)) {
                trouble(path + "/", "links to a folder that it stands in itself. Take the link out.");
                return;
            }
            if (above.size() == MAX_DEPTH) {
                trouble(path + "/", "is a folder deeper than " + MAX_DEPTH + " others.");
                return;
            }
            visitor.folder(path, real, attributes);
            above.push(real);
            try {
                for (Path name : inside.namesInReal(real)) {
                    if (isUnreadable(name)) {
                        unreadable(path + "/", name, real.resolve(name), this::trouble);
                    } else if (!isHidden(name)) {
                        visit(path + "/" + name, real.resolve(name));
                    }
                }
            } catch (NoSuchFileException _) {
                // It is gone since it was looked at.
            } catch (IOException e) {
                trouble(path + "/", cannotBeRead(e));
            } finally {
                above.pop();
            }
        }

        private void trouble(String path, String what) {
            if (++troubles <= MAX_TROUBLES) {
                visitor.trouble(path, what);
            } else if (troubles == MAX_TROUBLES + 1) {
                visitor.trouble(path, "is one of more than " + MAX_TROUBLES + " that something is the matter with.");
            }
        }
    }
}

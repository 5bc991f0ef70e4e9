package dev.muster.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where symbolic links lead. */
final class Links {
    private Links() {}

    /**
     * The real path of a file in a folder.
     *
     * @param at whose parent is a real path
     * @param home the folder's real path
     * @throws UnfitFileException where it lies elsewhere, or a link leads nowhere
     */
    static Path realPath(Path at, Path home) throws IOException {
        Path real;
        try {
            real = at.toRealPath();
        } catch (IOException e) {
            String what = Files.isSymbolicLink(at) ? misled(at, home) : null;
            throw what == null ? e : new UnfitFileException(what);
        }
        if (!real.startsWith(home)) {
            String what = Files.isSymbolicLink(at) ? misled(at, home) : null;
            throw new UnfitFileException(what == null ? "lies outside of the folder " + name(home) + "." : what);
        }
        return real;
    }

    /** What is said of a file elsewhere is the same whether it is there or not: a link is no way to find that out. */
    private static @Nullable String misled(Path link, Path home) throws IOException {
        Path target = Files.readSymbolicLink(link);
        Path where = link.resolveSibling(target).normalize();
        String says = "links to " + target;
        if (!where.startsWith(home)) {
            return says + ", which is outside of the folder " + name(home) + ". Put a copy here instead.";
        }
        return isMissing(where, home)
                ? says + ", which is not there. Put the file there, or take the link out."
                : says + ", which leads in a circle, nowhere, or out of the folder " + name(home)
                        + ". Put a copy here instead.";
    }

    private static boolean isMissing(Path where, Path home) throws IOException {
        Path parent = where.getParent();
        return parent != null
                && Files.isDirectory(parent, LinkOption.NOFOLLOW_LINKS)
                && parent.toRealPath().startsWith(home)
                && !Files.exists(where, LinkOption.NOFOLLOW_LINKS);
    }

    private static Path name(Path home) {
        Path name = home.getFileName();
        return name == null ? home : name;
    }
}

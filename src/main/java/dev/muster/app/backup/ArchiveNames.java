package dev.muster.app.backup;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names and links that an archive may have: those that stay in the data folder wherever it is unpacked. */
final class ArchiveNames {
    private static final int MAX_PATH_BYTES = 4_096;
    private static final int MAX_NAME_BYTES = 255;

    private ArchiveNames() {}

    /** What is the matter with a path, or null. */
    static @Nullable String problem(String path) {
        if (path.isEmpty() || path.startsWith("/") || path.endsWith("/")) {
            return "is no path below the data folder";
        }
        if (path.chars().anyMatch(Character::isISOControl)) {
            return "has a control character in its name";
        }
        if (File.separatorChar == '\\' && (path.contains("\\") || path.contains(":"))) {
            return "is no path below the data folder on this system";
        }
        List<String> names = List.of(path.split("/", -1));
        if (names.contains("..") || names.contains(".") || names.contains("")) {
            return "would be outside of the data folder, or nowhere";
        }
        return bytes(path) > MAX_PATH_BYTES || names.stream().anyMatch(name -> bytes(name) > MAX_NAME_BYTES)
                ? "has too long a name"
                : null;
    }

    /**
     * Whether a link stays in the data folder. Only the first names of its target may be {@code ..}: behind a name they could climb
     * out of wherever another link leads.
     *
     * @param path of the link
     */
    static boolean staysInside(String path, String target) {
        if (target.isEmpty() || target.startsWith("/") || target.chars().anyMatch(Character::isISOControl)) {
            return false;
        }
        List<String> names = List.of(target.split("/"));
        long up = names.stream().takeWhile(".."::equals).count();
        long folders = path.chars().filter(character -> character == '/').count();
        return up <= folders
                && names.stream().skip(up).noneMatch(".."::equals)
                && (File.separatorChar == '/' || (!target.contains("\\") && !target.contains(":")));
    }

    private static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }
}

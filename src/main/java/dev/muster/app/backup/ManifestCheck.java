package dev.muster.app.backup;

import dev.muster.app.backup.Manifest.Entry;
import dev.muster.app.backup.Manifest.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether what a manifest says can be a data folder. Nothing that it says is done before. */
final class ManifestCheck {
    /** What agents left may have names that differ in case alone; what is Muster's own has not. */
    private static final String RUNS = "runs/";

    private static final Set<String> OWN = Set.of(Restore.STORE, "runs", "operator.yaml");
    /** So few that their sum is a number, whatever a manifest says. */
    private static final long MOST_BYTES = 1L << 43;

    private static final Pattern MODE = Pattern.compile("([r-][w-][x-]){3}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final Map<String, Kind> kinds = new HashMap<>();
    private final Set<String> folded = new HashSet<>();

    private ManifestCheck() {}

    /**
     * Looks at all entries.
     *
     * @param links whether those are to be restored
     */
    static void check(List<Entry> entries, boolean links) throws BrokenArchiveException {
        ManifestCheck check = new ManifestCheck();
        for (Entry entry : entries) {
            check.name(entry);
            switch (entry.kind()) {
                case FOLDER -> mode(entry);
                case FILE -> file(entry);
                case LINK -> {
                    if (links) {
                        link(entry);
                    }
                }
            }
        }
        for (Entry entry : entries) {
            check.parents(entry.path());
        }
        if (check.kinds.get(Restore.STORE) != Kind.FILE) {
            throw new BrokenArchiveException("it has no file " + Restore.STORE);
        }
    }

    private void name(Entry entry) throws BrokenArchiveException {
        String path = entry.path();
        String problem = ArchiveNames.problem(path);
        if (problem != null) {
            throw new BrokenArchiveException("\"" + shown(path) + "\" " + problem);
        }
        if (kinds.put(path, entry.kind()) != null) {
            throw new BrokenArchiveException("\"" + path + "\" is in its manifest twice");
        }
        String top = path.replaceFirst("/.*", "");
        boolean almostOwn = !OWN.contains(top) && OWN.contains(top.toLowerCase(Locale.ROOT));
        if (almostOwn || (!path.startsWith(RUNS) && !folded.add(path.toLowerCase(Locale.ROOT)))) {
            throw new BrokenArchiveException("\"" + path + "\" differs from another name in nothing but its case");
        }
        if (!path.equals(Restore.STORE) && top.matches(Backup.NOT_KEPT)) {
            throw new BrokenArchiveException("\"" + path + "\" is nothing that a backup has");
        }
    }

    private static void file(Entry entry) throws BrokenArchiveException {
        mode(entry);
        if (entry.bytes() == null || entry.bytes() < 0 || entry.bytes() > MOST_BYTES) {
            throw new BrokenArchiveException("its manifest does not say how many bytes " + entry.path() + " has");
        }
        if (entry.sha256() == null || !HASH.matcher(entry.sha256()).matches()) {
            throw new BrokenArchiveException("its manifest has no hash of " + entry.path());
        }
    }

    private static void mode(Entry entry) throws BrokenArchiveException {
        if (entry.mode() != null && !MODE.matcher(entry.mode()).matches()) {
            throw new BrokenArchiveException("its manifest has no such mode as that of " + entry.path());
        }
    }

    private static void link(Entry entry) throws BrokenArchiveException {
        String target = entry.target() == null ? "" : entry.target();
        if (!ArchiveNames.staysInside(entry.path(), target)) {
            throw new BrokenArchiveException("\"" + entry.path() + "\" links to \"" + shown(target)
                    + "\", which leads out of the data folder; --without-links restores all else");
        }
    }

    private void parents(String path) throws BrokenArchiveException {
        for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
            Kind parent = kinds.get(path.substring(0, slash));
            if (parent != null && parent != Kind.FOLDER) {
                throw new BrokenArchiveException("\"" + path + "\" would be below a file or a link");
            }
        }
    }

    /** What is told in a message is one line, whatever a name has in it. */
    static String shown(String name) {
        String start = name.length() > 200 ? name.substring(0, 200) + "…" : name;
        return start.replaceAll("\\p{Cntrl}", "?");
    }
}

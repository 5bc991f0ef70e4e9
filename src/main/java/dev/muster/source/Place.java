package dev.muster.source;

/**
 * A place in a file.
 *
 * @param file the file's path, relative to its root folder, with {@code /}
 * @param line counted from 1
 * @param column in UTF-16 units, counted from 1
 */
public record Place(String file, int line, int column) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
        int byFile = file.compareTo(other.file);
        if (byFile != 0) {
            return byFile;
        }
        int byLine = Integer.compare(line, other.line);
        return byLine != 0 ? byLine : Integer.compare(column, other.column);
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}

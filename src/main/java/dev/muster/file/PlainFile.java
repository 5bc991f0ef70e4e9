package dev.muster.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;

/** Files as people write them: regular ones, of bounded size. A pipe would keep whoever opens it, a device has no end. */
public final class PlainFile {
    private PlainFile() {}

    /**
     * The content of a file that somebody named, through whatever links.
     *
     * @param most how many bytes it may have, also where it says that it has fewer
     * @throws UnfitFileException where it is no regular file, or too large
     */
    public static byte[] read(Path file, long most) throws IOException {
        return Patience.USUAL.with(() -> {
            check(Files.readAttributes(file, BasicFileAttributes.class), most);
            try (SeekableByteChannel channel = Files.newByteChannel(file)) {
                return read(channel, most);
            }
        });
    }

    /** A file that was looked at, opened, but not where it is a link by now. */
    public static InputStream open(Path file) throws IOException {
        return Patience.USUAL.with(() -> Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS));
    }

    static void check(BasicFileAttributes attributes, long most) throws UnfitFileException {
        if (!attributes.isRegularFile()) {
            throw new UnfitFileException("is " + kind(attributes) + ", where a file is expected.");
        }
        if (attributes.size() > most) {
            throw tooLarge(most);
        }
    }

    static String kind(BasicFileAttributes attributes) {
        return attributes.isDirectory()
                ? "a folder"
                : attributes.isSymbolicLink() ? "a symbolic link" : "a pipe, a socket or a device";
    }

    /** What is read counts, not what was said: some files have more in them than their size, and some grow. */
    static byte[] read(SeekableByteChannel channel, long most) throws IOException {
        InputStream in = Channels.newInputStream(channel);
        byte[] bytes = in.readNBytes(Math.toIntExact(most + 1));
        if (bytes.length > most) {
            throw tooLarge(most);
        }
        return bytes;
    }

    private static UnfitFileException tooLarge(long most) {
        return new UnfitFileException(
                String.format(Locale.ROOT, "has more than %,d bytes, which is more than it may have.", most));
    }
}

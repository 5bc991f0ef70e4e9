package dev.muster.cli.plan;

import java.io.BufferedReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Lines of which no more is kept than a line may have; what is more of it is passed over. */
final class BoundedLines implements AutoCloseable {
    private final BufferedReader reader;
    private final int most;
    private final long end;
    private boolean afterReturn;

    /**
     * @param most how many characters a line may have
     * @param end after how many a line is taken for one that has no end
     */
    BoundedLines(BufferedReader reader, int most, long end) {
        this.reader = reader;
        this.most = most;
        this.end = end;
    }

    /** How much of a line there is. */
    enum Extent {
        WHOLE,
        TOO_LONG,
        ENDLESS
    }

    /** @param text its beginning, where it is too long */
    record Line(String text, Extent extent) {}

    /** Null where there is no further line. */
    @Nullable
    Line next() throws IOException {
        StringBuilder text = new StringBuilder();
        long length = 0;
        int read = afterReturn ? withoutNewLine() : reader.read();
        if (read < 0) {
            return null;
        }
        while (read >= 0 && read != '\n' && read != '\r') {
            if (length++ < most) {
                text.append((char) read);
            } else if (length > end) {
                return new Line(text.toString(), Extent.ENDLESS);
            }
            read = reader.read();
        }
        afterReturn = read == '\r';
        return new Line(text.toString(), length > most ? Extent.TOO_LONG : Extent.WHOLE);
    }

    /** Both mark one end of a line, but whoever types the first is not kept waiting for the second. */
    private int withoutNewLine() throws IOException {
        int read = reader.read();
        return read == '\n' ? reader.read() : read;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}

package dev.muster.app.settings;

import dev.muster.file.Inside;
import dev.muster.file.OwnerOnly;
import dev.muster.file.PlainFile;
import dev.muster.file.UnfitFileException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Reads the operator's configuration. It says which programs are started, so not every file is taken for it. */
public final class OperatorText {
    private static final String NAME = "operator.yaml";
    private static final long MOST = 1 << 20;

    private OperatorText() {}

    /** Where it is unless it is named. */
    public static Path usual(Path data) {
        return data.resolve(NAME);
    }

    /**
     * The one in the data folder, which lies there by its real path.
     *
     * @throws UnfitFileException where it cannot be taken as it is
     */
    public static String in(Path data) throws IOException {
        byte[] bytes = Inside.of(data).read(NAME, MOST);
        checkWriters(usual(data));
        return text(bytes);
    }

    /** One that was named, wherever it is: whoever names it may choose. */
    public static String named(Path file) throws IOException {
        byte[] bytes = PlainFile.read(file, MOST);
        checkWriters(file);
        return text(bytes);
    }

    private static void checkWriters(Path file) throws IOException {
        if (OwnerOnly.isOpenToAll(file)) {
            throw new UnfitFileException(
                    "may be changed by everybody on this machine, and says which programs are started."
                            + " Take that right from them: chmod o-w.");
        }
    }

    private static String text(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }
}

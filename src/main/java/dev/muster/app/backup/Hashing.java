package dev.muster.app.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Copies bytes and says which they were. */
record Hashing(long bytes, String sha256) {
    private static final int PIECE = 1 << 16;

    static Hashing copy(InputStream from, OutputStream to) throws IOException {
        return copy(from, to, Long.MAX_VALUE);
    }

    /**
     * Likewise, but ends where there is more than that many bytes; then one piece more was read, and not written.
     *
     * @param most how many bytes there may be, whatever was said of them
     */
    static Hashing copy(InputStream from, OutputStream to, long most) throws IOException {
        MessageDigest digest = digest();
        byte[] piece = new byte[PIECE];
        long bytes = 0;
        for (int read = from.read(piece); read >= 0; read = from.read(piece)) {
            bytes += read;
            if (bytes > most) {
                break;
            }
            digest.update(piece, 0, read);
            to.write(piece, 0, read);
        }
        return new Hashing(bytes, HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}

package dev.muster.app.backup;

import dev.muster.hash.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;

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
        MessageDigest digest = Sha256.digest();
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
        return new Hashing(bytes, Sha256.hex(digest.digest()));
    }
}

package dev.muster.app.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Copies bytes and says which they were. */
record Hashing(long bytes, String sha256) {
    static Hashing copy(InputStream from, OutputStream to) throws IOException {
        MessageDigest digest = digest();
        long bytes = new DigestInputStream(from, digest).transferTo(to);
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

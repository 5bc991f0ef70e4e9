package dev.muster.agent.executor.rehearsal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Chance that comes out the same for the same seed and words. */
final class Chance {
    private static final double RANGE = 1L << 53;

    private final ByteBuffer bits;

    Chance(long seed, String words) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(seed).flip());
            bits = ByteBuffer.wrap(digest.digest(words.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /** The next of four numbers from 0 up to, but not, 1. */
    double next() {
        return (bits.getLong() >>> 11) / RANGE;
    }
}

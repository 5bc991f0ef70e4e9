package dev.muster.agent.executor.rehearsal;

import dev.muster.hash.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Chance that comes out the same for the same seed and words. */
final class Chance {
    private static final double RANGE = 1L << 53;

    private final ByteBuffer bits;

    Chance(long seed, String words) {
        MessageDigest digest = Sha256.digest();
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(seed).flip());
        bits = ByteBuffer.wrap(digest.digest(words.getBytes(StandardCharsets.UTF_8)));
    }

    /** The next of four numbers from 0 up to, but not, 1. */
    double next() {
        return (bits.getLong() >>> 11) / RANGE;
    }
}

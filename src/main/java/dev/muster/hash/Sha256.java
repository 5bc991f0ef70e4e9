package dev.muster.hash;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, of texts in UTF-8. */
public final class Sha256 {
    private Sha256() {}

    /** In hexadecimal digits. */
    public static String of(String text) {
        return hex(digest().digest(bytes(text)));
    }

    /** In hexadecimal digits. */
    public static String of(byte[] content) {
        return hex(digest().digest(content));
    }

    /** The first eight bytes as a number: chance that comes out the same each time. */
    public static long number(String text) {
        byte[] bytes = digest().digest(bytes(text));
        long number = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            number = number << Byte.SIZE | (bytes[i] & 0xff);
        }
        return number;
    }

    /** Whether two hashes are the same, in a time that tells nothing of where they differ. */
    public static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(bytes(one), bytes(other));
    }

    /** For content that comes in pieces. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /** What a digest comes to, in hexadecimal digits. */
    public static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

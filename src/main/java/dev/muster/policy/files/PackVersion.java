package dev.muster.policy.files;

import dev.muster.hash.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A pack's version: the hash of all that it is made of, so that equal content has an equal version anywhere. */
public final class PackVersion {
    private static final int SHOWN_DIGITS = 12;

    private PackVersion() {}

    public static String of(FileTree rules, FileTree agents) {
        MessageDigest digest = Sha256.digest();
        add(digest, "rules", rules);
        add(digest, "agents", agents);
        return Sha256.hex(digest.digest()).substring(0, SHOWN_DIGITS);
    }

    private static void add(MessageDigest digest, String root, FileTree files) {
        for (String path : files.paths()) {
            byte[] name = (root + "/" + path).getBytes(StandardCharsets.UTF_8);
            byte[] content = files.bytes(path);
            digest.update(ByteBuffer.allocate(8)
                    .putInt(name.length)
                    .putInt(content.length)
                    .flip());
            digest.update(name);
            digest.update(content);
        }
        // What cannot be read now, and could before, has changed too.
        files.faults().forEach(fault -> digest.update(fault.toString().getBytes(StandardCharsets.UTF_8)));
    }
}

package dev.muster.agent.executor.program;

import dev.muster.agent.executor.program.protocol.Printed;
import dev.muster.secret.Masking;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What a program printed, in bounded memory: the beginning and the end where it is too much to keep. */
final class Capture {
    private static final Pattern ESCAPE_SEQUENCES = Pattern.compile("\u001B(\\[[0-?]*[ -/]*[@-~]|\\][^\u0007]*\u0007)");
    private static final Pattern CONTROLS = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F]");

    private final int headBytes;
    private final int tailBytes;
    private final Masking masking;
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private byte[] ring = new byte[0];
    private long total;

    Capture(int headBytes, int tailBytes, Masking masking) {
        this.headBytes = headBytes;
        this.tailBytes = tailBytes;
        this.masking = masking;
    }

    /** Takes bytes and says how many there were so far. */
    synchronized long add(byte[] bytes, int length) {
        int toHead = Math.min(length, headBytes - head.size());
        head.write(bytes, 0, toHead);
        for (int i = toHead; i < length; ) {
            int at = (int) ((total + i - headBytes) % tailBytes);
            grow(at + 1);
            int chunk = Math.min(length - i, Math.min(ring.length, tailBytes) - at);
            System.arraycopy(bytes, i, ring, at, chunk);
            i += chunk;
        }
        total += length;
        return total;
    }

    private void grow(int needed) {
        if (ring.length < needed) {
            ring = java.util.Arrays.copyOf(
                    ring, Math.min(tailBytes, Math.max(needed, Math.max(8192, ring.length * 2))));
        }
    }

    /**
     * What was printed so far, without secrets. Bytes that are no UTF-8 show as a replacement character; colours are left out.
     */
    synchronized Printed printed() {
        byte[] tail = tail();
        long leftOut = total - head.size() - tail.length;
        if (leftOut == 0) {
            byte[] all = java.util.Arrays.copyOf(head.toByteArray(), head.size() + tail.length);
            System.arraycopy(tail, 0, all, head.size(), tail.length);
            String text = masking.mask(clean(all));
            return new Printed(text, text, total, true);
        }
        String end = masking.end(clean(tail));
        String gap = "\n… " + leftOut + " bytes left out …\n";
        return new Printed(masking.beginning(clean(head.toByteArray())) + gap + end, end, total, false);
    }

    private byte[] tail() {
        long inTail = total - head.size();
        int kept = (int) Math.min(inTail, tailBytes);
        byte[] tail = new byte[kept];
        int start = inTail <= tailBytes ? 0 : (int) (inTail % tailBytes);
        int first = Math.min(kept, (inTail <= tailBytes ? kept : ring.length) - start);
        System.arraycopy(ring, start, tail, 0, first);
        System.arraycopy(ring, 0, tail, first, kept - first);
        return tail;
    }

    /** Also what no database takes as text. */
    static String clean(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return CONTROLS.matcher(ESCAPE_SEQUENCES.matcher(text).replaceAll("")).replaceAll("");
    }
}

package dev.muster.agent;

import dev.muster.source.Place;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file's bytes as text. Bytes that are not UTF-8 are read as Windows-1252, which is what they nearly always are (curly
 * quotes from an editor), so that each byte still has its character.
 */
record AgentText(String text, List<Diagnostic> diagnostics) {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    static AgentText of(String file, byte[] bytes) {
        Charset wide = wide(bytes);
        if (wide != null) {
            String message = "The file is " + wide.name() + "; other tools cannot read it. Save it as UTF-8.";
            return new AgentText(new String(bytes, wide), List.of(warning(file, 1, 1, message)));
        }
        List<Integer> broken = new ArrayList<>();
        String text = decode(bytes, broken);
        return new AgentText(text, broken.isEmpty() ? List.of() : List.of(broken(file, text, broken)));
    }

    private static String decode(byte[] bytes, List<Integer> broken) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        while (!result.isUnderflow()) {
            for (int i = 0; i < result.length(); i++) {
                broken.add(out.position());
                out.put(windows(in.get()));
            }
            result = decoder.decode(in, out, true);
        }
        return out.flip().toString();
    }

    /** Five bytes have no character in Windows-1252; they keep their number. */
    private static char windows(byte one) {
        char found = new String(new byte[] {one}, WINDOWS).charAt(0);
        return found == '\uFFFD' ? (char) (one & 0xFF) : found;
    }

    private static Diagnostic broken(String file, String text, List<Integer> broken) {
        List<Line> lines = Line.of(text.substring(0, broken.getFirst() + 1));
        Line line = lines.getLast();
        String count = broken.size() == 1 ? "One byte is" : broken.size() + " bytes are";
        String message = count + " not UTF-8, the first of them here; read as Windows-1252. Save the file as UTF-8.";
        return warning(file, line.number(), line.text().length(), message);
    }

    private static Diagnostic warning(String file, int line, int column, String message) {
        Place place = new Place(file, line, Math.max(1, column));
        return new Diagnostic(Diagnostic.Severity.WARNING, "encoding", place, message);
    }

    private static @Nullable Charset wide(byte[] bytes) {
        if (bytes.length < 2) {
            return null;
        }
        int mark = (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
        return mark == 0xFFFE || mark == 0xFEFF ? StandardCharsets.UTF_16 : null;
    }
}

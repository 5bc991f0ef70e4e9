package dev.muster.secret;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How a value may stand in a text: as it is, and as programs write it into JSON, URLs, base64 and hexadecimal numbers. */
final class Spellings {
    /** What is encoded is found from so many characters on. */
    private static final int SHORTEST = 8;

    /** Programs that write base64 break it after so many characters. */
    private static final int BASE64_LINE = 76;

    private static final int SEXTET = 6;

    private static final int FIRST_BEYOND_ASCII = 0x7F;

    private static final HexFormat UPPER_CASE = HexFormat.of().withUpperCase();

    /** What languages leave as it is besides letters and digits: forms, Python, JavaScript's two ways, and paths. */
    private static final List<String> PLAIN_IN_URLS =
            List.of("-_.*", "-_.~", "-_.~/", "-_.~!'()*", "-_.~!'()*;,/?:@&=+$#", "-_.~!'()*;,:@&=+$");

    private Spellings() {}

    static Set<String> of(String value) {
        Set<String> spellings = new LinkedHashSet<>();
        spellings.add(value);
        lines(value, spellings);
        json(value, spellings);
        spellings.add(value.replace("\\", "\\\\")); // as Python and shells show it
        spellings.add(html(value));
        url(value, spellings);
        if (value.length() >= SHORTEST) {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            spellings.add(HexFormat.of().formatHex(bytes));
            spellings.add(HexFormat.of().withUpperCase().formatHex(bytes));
            base64(bytes, spellings);
        }
        return spellings;
    }

    /** Each line may stand on its own, as in what is told line by line. */
    private static void lines(String value, Set<String> spellings) {
        value.lines()
                .map(String::strip)
                .filter(line -> line.length() >= SHORTEST && !line.startsWith("-----"))
                .forEach(spellings::add);
    }

    /** Programs escape more than they have to, each in its way; and what they print is a text in the JSON of others. */
    private static void json(String value, Set<String> spellings) {
        String json = json(value);
        String forPages = jsonForPages(value);
        for (String spelling : List.of(json, json.replace("/", "\\/"), forPages, ascii(json), ascii(forPages))) {
            spellings.add(spelling);
            spellings.add(json(spelling));
        }
    }

    private static String ascii(String json) {
        StringBuilder text = new StringBuilder(json.length());
        json.chars().forEach(c -> {
            if (c < FIRST_BEYOND_ASCII) {
                text.append((char) c);
            } else {
                text.append("\\u").append(HexFormat.of().toHexDigits((char) c));
            }
        });
        return text.toString();
    }

    private static String html(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String json(String value) {
        return value.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
    }

    /** As Go's programs and others write it, so that it can stand in a page. */
    private static String jsonForPages(String value) {
        return json(value).replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e");
    }

    private static void url(String value, Set<String> spellings) {
        for (String plain : PLAIN_IN_URLS) {
            String url = url(value, plain);
            for (String spelling : List.of(url, url.replace("%20", "+"))) {
                spellings.add(spelling);
                spellings.add(lowerCaseEscapes(spelling));
            }
        }
    }

    private static String url(String value, String plain) {
        StringBuilder url = new StringBuilder(value.length());
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            boolean isPlain = TokenShape.Alphabet.LETTERS_AND_DIGITS.has((char) b) || plain.indexOf(b) >= 0;
            if (isPlain) {
                url.append((char) b);
            } else {
                url.append('%').append(UPPER_CASE.toHexDigits(b));
            }
        }
        return url.toString();
    }

    private static String lowerCaseEscapes(String form) {
        StringBuilder text = new StringBuilder(form);
        for (int i = text.indexOf("%"); i >= 0; i = text.indexOf("%", i + 1)) {
            text.replace(i, i + 3, text.substring(i, i + 3).toLowerCase(Locale.ROOT));
        }
        return text.toString();
    }

    /** Three ways, by where the value begins in what was encoded; of each the characters that it alone decides. */
    private static void base64(byte[] bytes, Set<String> spellings) {
        for (int before = 0; before < 3; before++) {
            byte[] padded = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, padded, before, bytes.length);
            int from = (before * Byte.SIZE + SEXTET - 1) / SEXTET;
            int to = padded.length * Byte.SIZE / SEXTET;
            String encoded = Base64.getEncoder().withoutPadding().encodeToString(padded);
            broken(encoded.substring(from, to), spellings);
            broken(encoded.substring(from, to).replace('+', '-').replace('/', '_'), spellings);
        }
    }

    private static void broken(String encoded, Set<String> spellings) {
        spellings.add(encoded);
        for (int from = 0; encoded.length() > BASE64_LINE && from + SHORTEST <= encoded.length(); from += BASE64_LINE) {
            spellings.add(encoded.substring(from, Math.min(encoded.length(), from + BASE64_LINE)));
        }
    }
}

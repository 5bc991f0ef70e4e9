package dev.muster.reading.masking;

import dev.muster.reading.text.MaskKind;
import dev.muster.reading.text.Span;
import dev.muster.reading.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Masks what software somebody runs ("Node 20.1, Redis 7.2 and Postgres 15"). One product with a version alone is masked
 * only behind a word like "on" or "using": "upgrade Redis 6.2 to 7" asks for something.
 */
final class Versions {
    private static final Pattern PRODUCT = Pattern.compile(
            "(?<![\\w.])[A-Z][\\w+#-]{0,30}(?:\\.js)?(?: [A-Z][\\w]{1,20})?(?: version)? v?\\d{1,4}(?:\\.(?:\\d{1,6}|x)){0,4}\\+?(?![\\w.]?\\w)");
    private static final Pattern BETWEEN =
            Pattern.compile("\\s{0,3}(?:[,/|;+&(]\\s{0,3}|and |on |with |\\band )(?:and |on |with )?");
    private static final Pattern RUNNING = Pattern.compile(
            ".*(?:\\b(?:on|using|under|running|runs|run|with|in|tested|testing|via|since)|[(])\\s{0,3}",
            Pattern.DOTALL);
    private static final Pattern CHANGING = Pattern.compile(
            "(?i).*\\b(?:upgrad|updat|migrat|bump|mov|switch|support|port|compat|build|built|drop|requir)\\w{0,8}\\b.*",
            Pattern.DOTALL);

    private Versions() {}

    static void mask(Text text) {
        List<Span> row = new ArrayList<>();
        Matcher product = PRODUCT.matcher(text.content());
        while (product.find()) {
            Span found = new Span(product.start(), product.end());
            if (!row.isEmpty() && !follows(text, row.getLast(), found)) {
                maskRow(text, row);
                row.clear();
            }
            row.add(found);
        }
        maskRow(text, row);
    }

    private static boolean follows(Text text, Span before, Span found) {
        return found.start() - before.end() <= 12
                && BETWEEN.matcher(text.content().substring(before.end(), found.start()))
                        .matches();
    }

    private static void maskRow(Text text, List<Span> row) {
        if (row.isEmpty()) {
            return;
        }
        Span all = new Span(row.getFirst().start(), row.getLast().end());
        String before = text.content().substring(Math.max(0, all.start() - 60), all.start());
        String sentence = before.substring(Math.max(before.lastIndexOf(". "), before.lastIndexOf('\n')) + 1);
        boolean version = text.at(row.getFirst()).indexOf('.') > 0;
        boolean runs = version && RUNNING.matcher(sentence).matches();
        if ((row.size() > 1 || runs) && !CHANGING.matcher(sentence).matches()) {
            text.mask().add(all.start(), all.end(), MaskKind.VERSIONS);
        }
    }
}

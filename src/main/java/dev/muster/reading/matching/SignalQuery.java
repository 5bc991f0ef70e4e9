package dev.muster.reading.matching;

import dev.muster.reading.language.EnglishWords;
import dev.muster.reading.language.WordTokenizer;
import dev.muster.reading.text.Word;
import dev.muster.reading.text.Words;
import dev.muster.source.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;
import org.jspecify.annotations.Nullable;

/**
 * Parses the query strings of {@code signals.yaml}, one after the other: Lucene's classic syntax on both fields, so that each
 * term may be met in title or description. Several words without an operator mean AND. A word with a hyphen finds every spelling
 * ({@code real-time}: "real-time", "real time", "realtime"). Not offered: regular expressions, ranges, leading wildcards.
 */
final class SignalQuery extends QueryParser {
    private static final String TITLE = "title";
    private static final String DESCRIPTION = "description";
    static final List<String> FIELDS = List.of(TITLE, DESCRIPTION);

    /** What is wrong with a query, and at which of its characters, counted from 0. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        private final int at;

        Refused(String message, int at) {
            super(message);
            this.at = at;
        }

        int at() {
            return at;
        }
    }

    /** The longest that people write has a tenth of it; the grammar calls itself for each bracket. */
    private static final int LONGEST = 2_000;

    private static final int DEEPEST = 20;

    /** In one word: each more multiplies what has to be tried on a text. */
    private static final int MOST_WILDCARDS = 4;

    private final PlainQueries plain = new PlainQueries();

    @SuppressWarnings("NullAway") // without a field of its own, the parser hands on null for terms that name none
    SignalQuery() {
        super(null, EnglishWords.OF_QUERIES);
        setDefaultOperator(Operator.AND);
        setSplitOnWhitespace(true);
        setAutoGeneratePhraseQueries(true);
    }

    QueryCondition compile(String query) throws Refused {
        if (query.isBlank()) {
            throw new Refused("This query is empty.", 0);
        }
        Phrase phrase = plain.phrase(query);
        if (phrase != null) {
            return phrase;
        }
        checkSize(query);
        try {
            return condition(parse(query.replace("/", "\\/")));
        } catch (ParseException e) {
            throw refusal(query, e);
        } catch (TooComplexToDeterminizeException e) {
            throw new Refused("This query has too many wildcards in one word; write several shorter ones.", 0);
        }
    }

    private static void checkSize(String query) throws Refused {
        if (query.length() > LONGEST) {
            throw new Refused(
                    "This query has more than " + LONGEST + " characters; part it into several of the list.", 0);
        }
        int depth = 0;
        for (int i = 0; i < query.length(); i++) {
            depth += query.charAt(i) == '(' ? 1 : query.charAt(i) == ')' ? -1 : 0;
            if (depth > DEEPEST) {
                throw new Refused("Brackets are nested more than " + DEEPEST + " deep here; take some out.", i);
            }
        }
    }

    private static Refused refusal(String query, ParseException e) {
        ParseException syntax = e.getCause() instanceof ParseException cause ? cause : e;
        if (syntax.currentToken == null || syntax.currentToken.next == null) {
            String message =
                    String.valueOf(syntax.getMessage()).lines().findFirst().orElse("");
            return new Refused("The query \"" + query + "\" cannot be read: " + message, 0);
        }
        int at = Math.min(Math.max(0, syntax.currentToken.next.beginColumn), query.length());
        String found = at == query.length() ? "its end" : "\"" + query.substring(at) + "\"";
        return new Refused(
                "The query \"" + query + "\" cannot be read at " + found
                        + "; a word, a \"phrase\", a prefix* or a bracket is expected.",
                at);
    }

    private static QueryCondition condition(Query query) throws Refused {
        return switch (query) {
            case BoostQuery boosted -> condition(boosted.getQuery());
            case BooleanQuery several -> several(several);
            case TermQuery word -> phrase(List.of(List.of(word.getTerm())), 0);
            case SynonymQuery word -> phrase(List.of(word.getTerms()), 0);
            case PhraseQuery words ->
                phrase(Arrays.stream(words.getTerms()).map(List::of).toList(), words.getSlop());
            case MultiPhraseQuery words ->
                phrase(Arrays.stream(words.getTermArrays()).map(List::of).toList(), words.getSlop());
            case PrefixQuery _, WildcardQuery _, FuzzyQuery _ -> new QueryCondition.Words(query);
            default -> throw new Refused("The query \"" + query + "\" is of a kind that signals do not offer.", 0);
        };
    }

    private static QueryCondition phrase(List<List<Term>> words, int slop) {
        String field = words.getFirst().getFirst().field();
        return new Phrase(
                List.of(field),
                words.stream()
                        .map(stems -> stems.stream().map(Term::text).toList())
                        .toList(),
                slop);
    }

    private static QueryCondition several(BooleanQuery query) throws Refused {
        List<QueryCondition> required = new ArrayList<>();
        List<QueryCondition> wanted = new ArrayList<>();
        List<QueryCondition> forbidden = new ArrayList<>();
        for (BooleanClause clause : query.clauses()) {
            (switch (clause.occur()) {
                        case MUST, FILTER -> required;
                        case SHOULD -> wanted;
                        case MUST_NOT -> forbidden;
                    })
                    .add(condition(clause.query()));
        }
        if (required.isEmpty() && wanted.isEmpty()) {
            throw new Refused("A query that only forbids can never match; say what to look for.", 0);
        }
        if (required.isEmpty()) {
            QueryCondition any = new QueryCondition.Any(List.copyOf(wanted));
            return forbidden.isEmpty() ? any : new QueryCondition.All(List.of(any), List.of(), List.copyOf(forbidden));
        }
        return new QueryCondition.All(List.copyOf(required), List.copyOf(wanted), List.copyOf(forbidden));
    }

    @Override
    protected @Nullable Query newFieldQuery(Analyzer analyzer, String field, String text, boolean quoted)
            throws ParseException {
        check(field);
        if (quoted && (text.contains("*") || text.contains("?"))) {
            throw new ParseException("a wildcard does not work inside quotes (word forms match without one)");
        }
        Query query = super.newFieldQuery(analyzer, field, text, quoted);
        boolean stopWord = EnglishAnalyzer.ENGLISH_STOP_WORDS_SET.contains(text.toLowerCase(Locale.ROOT));
        if (query == null || stopWord) {
            throw new ParseException("\"" + text + "\" tells nothing about a text; leave it out");
        }
        List<Word> words = Words.in(text);
        return words.size() == 1 && words.getFirst().joined()
                ? either(query, super.newFieldQuery(analyzer, field, WordTokenizer.joined(words.getFirst()), false))
                : query;
    }

    private static Query either(Query one, Query other) {
        return new BooleanQuery.Builder()
                .add(one, BooleanClause.Occur.SHOULD)
                .add(other, BooleanClause.Occur.SHOULD)
                .build();
    }

    @Override
    protected Query getFieldQuery(@Nullable String field, String text, boolean quoted) throws ParseException {
        return field == null
                ? either(super.getFieldQuery(TITLE, text, quoted), super.getFieldQuery(DESCRIPTION, text, quoted))
                : super.getFieldQuery(field, text, quoted);
    }

    @Override
    protected Query getFieldQuery(@Nullable String field, String text, int slop) throws ParseException {
        return field == null
                ? either(super.getFieldQuery(TITLE, text, slop), super.getFieldQuery(DESCRIPTION, text, slop))
                : super.getFieldQuery(field, text, slop);
    }

    @Override
    protected Query newPrefixQuery(Term prefix) {
        return new PrefixQuery(new Term(prefix.field(), prefix.text().toLowerCase(Locale.ROOT)));
    }

    @Override
    protected Query getPrefixQuery(@Nullable String field, String prefix) throws ParseException {
        check(field);
        if (prefix.length() < 2) {
            throw new ParseException("\"" + prefix + "*\" is too short a prefix; write two letters at least");
        }
        return field == null
                ? either(super.getPrefixQuery(TITLE, prefix), super.getPrefixQuery(DESCRIPTION, prefix))
                : super.getPrefixQuery(field, prefix);
    }

    @Override
    protected Query getWildcardQuery(@Nullable String field, String pattern) throws ParseException {
        check(field);
        if (pattern.startsWith("*") || pattern.startsWith("?")) {
            throw new ParseException("\"" + pattern + "\" begins with a wildcard; begin with a letter");
        }
        if (pattern.chars().filter(c -> c == '*' || c == '?').count() > MOST_WILDCARDS) {
            throw new ParseException("\"" + pattern + "\" has more than " + MOST_WILDCARDS + " wildcards; write fewer");
        }
        String small = pattern.toLowerCase(Locale.ROOT);
        return field == null
                ? either(super.getWildcardQuery(TITLE, small), super.getWildcardQuery(DESCRIPTION, small))
                : super.getWildcardQuery(field, small);
    }

    @Override
    protected Query getFuzzyQuery(@Nullable String field, String word, float edits) throws ParseException {
        check(field);
        String small = word.toLowerCase(Locale.ROOT);
        return field == null
                ? either(super.getFuzzyQuery(TITLE, small, edits), super.getFuzzyQuery(DESCRIPTION, small, edits))
                : super.getFuzzyQuery(field, small, edits);
    }

    @Override
    protected Query getRangeQuery(
            @Nullable String field, @Nullable String from, @Nullable String to, boolean low, boolean high)
            throws ParseException {
        throw new ParseException("ranges are not offered");
    }

    private static void check(@Nullable String field) throws ParseException {
        if (field != null && !FIELDS.contains(field)) {
            throw new ParseException("there is no field \"" + field + "\"." + Nearest.hint(field, FIELDS));
        }
    }
}

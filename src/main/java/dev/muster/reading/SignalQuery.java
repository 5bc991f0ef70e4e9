package dev.muster.reading;

import dev.muster.source.Nearest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
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
import org.jspecify.annotations.Nullable;

/**
 * Parses the query strings of {@code signals.yaml}, one after the other: Lucene's classic syntax on both fields, so that each
 * term may be met in title or description. Several words without an operator mean AND. A word with a hyphen finds every spelling
 * ({@code real-time}: "real-time", "real time", "realtime"). Not offered: regular expressions, ranges, leading wildcards.
 */
final class SignalQuery extends QueryParser {
    private static final String TITLE = "title";
    private static final String DESCRIPTION = "description";
    private static final List<String> FIELDS = List.of(TITLE, DESCRIPTION);

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

    @SuppressWarnings("NullAway") // without a field of its own, the parser hands on null for terms that name none
    SignalQuery() {
        super(null, EnglishWords.OF_QUERIES);
        setDefaultOperator(Operator.AND);
        setSplitOnWhitespace(true);
        setAutoGeneratePhraseQueries(true);
    }

    Condition compile(String query) throws Refused {
        if (query.isBlank()) {
            throw new Refused("This query is empty.", 0);
        }
        try {
            return condition(query(query));
        } catch (ParseException e) {
            throw refusal(query, e);
        }
    }

    /** Most queries are a word or a phrase in small letters, where no operator can be meant: they need no grammar. */
    private Query query(String text) throws ParseException {
        if (isPlain(text, 0, text.length(), false)) {
            return getFieldQuery(null, text, false);
        }
        int last = text.length() - 1;
        boolean quoted = last > 1 && text.charAt(0) == '"' && text.charAt(last) == '"';
        return quoted && isPlain(text, 1, last, true)
                ? getFieldQuery(null, text.substring(1, last), getPhraseSlop())
                : parse(text.replace("/", "\\/"));
    }

    private static boolean isPlain(String text, int from, int to, boolean spaces) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if ((c < 'a' || c > 'z') && (c != ' ' || !spaces)) {
                return false;
            }
        }
        return true;
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

    private static Condition condition(Query query) throws Refused {
        return switch (query) {
            case BoostQuery boosted -> condition(boosted.getQuery());
            case BooleanQuery several -> several(several);
            case TermQuery _,
                    SynonymQuery _,
                    PhraseQuery _,
                    MultiPhraseQuery _,
                    PrefixQuery _,
                    WildcardQuery _,
                    FuzzyQuery _ -> new Condition.Words(query);
            default -> throw new Refused("The query \"" + query + "\" is of a kind that signals do not offer.", 0);
        };
    }

    private static Condition several(BooleanQuery query) throws Refused {
        List<Condition> required = new ArrayList<>();
        List<Condition> wanted = new ArrayList<>();
        List<Condition> forbidden = new ArrayList<>();
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
            Condition any = new Condition.Any(List.copyOf(wanted));
            return forbidden.isEmpty() ? any : new Condition.All(List.of(any), List.of(), List.copyOf(forbidden));
        }
        return new Condition.All(List.copyOf(required), List.copyOf(wanted), List.copyOf(forbidden));
    }

    @Override
    protected @Nullable Query newFieldQuery(Analyzer analyzer, String field, String text, boolean quoted)
            throws ParseException {
        check(field);
        if (quoted && (text.contains("*") || text.contains("?"))) {
            throw new ParseException("a wildcard does not work inside quotes (word forms match without one)");
        }
        Query query = isPlain(text, 0, text.length(), false)
                ? ofWord(analyzer, field, text)
                : super.newFieldQuery(analyzer, field, text, quoted);
        boolean stopWord = EnglishAnalyzer.ENGLISH_STOP_WORDS_SET.contains(text.toLowerCase(Locale.ROOT));
        if (query == null || stopWord) {
            throw new ParseException("\"" + text + "\" tells nothing about a text; leave it out");
        }
        List<Word> words = isPlain(text, 0, text.length(), true) ? List.of() : Words.in(text);
        return words.size() == 1 && words.getFirst().joined()
                ? either(query, super.newFieldQuery(analyzer, field, WordTokenizer.joined(words.getFirst()), false))
                : query;
    }

    /** What Lucene makes of one word, without the cache of tokens that it makes for several. */
    static @Nullable Query ofWord(Analyzer analyzer, String field, String word) {
        List<Term> terms = new ArrayList<>(2);
        try (TokenStream tokens = analyzer.tokenStream(field, word)) {
            TermToBytesRefAttribute term = tokens.getAttribute(TermToBytesRefAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                terms.add(new Term(field, term.getBytesRef()));
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return switch (terms.size()) {
            case 0 -> null;
            case 1 -> new TermQuery(terms.getFirst());
            default -> {
                SynonymQuery.Builder synonyms = new SynonymQuery.Builder(field);
                terms.forEach(synonyms::addTerm);
                yield synonyms.build();
            }
        };
    }

    private static Query either(Query one, Query other) {
        return new BooleanQuery.Builder()
                .add(one, BooleanClause.Occur.SHOULD)
                .add(other, BooleanClause.Occur.SHOULD)
                .build();
    }

    /** The analyzer takes most of the time, and says the same for both fields: it is asked once. */
    @Override
    protected Query getFieldQuery(@Nullable String field, String text, boolean quoted) throws ParseException {
        Query query = super.getFieldQuery(field == null ? TITLE : field, text, quoted);
        return field == null ? either(query, inDescription(query)) : query;
    }

    @Override
    protected Query getFieldQuery(@Nullable String field, String text, int slop) throws ParseException {
        Query query = super.getFieldQuery(field == null ? TITLE : field, text, slop);
        return field == null ? either(query, inDescription(query)) : query;
    }

    /** What was analysed for the title, asked of the description. */
    private static Query inDescription(Query query) {
        return switch (query) {
            case TermQuery term -> new TermQuery(inDescription(term.getTerm()));
            case SynonymQuery synonyms -> {
                SynonymQuery.Builder same = new SynonymQuery.Builder(DESCRIPTION);
                synonyms.getTerms().forEach(term -> same.addTerm(inDescription(term)));
                yield same.build();
            }
            case PhraseQuery phrase -> {
                PhraseQuery.Builder same = new PhraseQuery.Builder().setSlop(phrase.getSlop());
                for (int i = 0; i < phrase.getTerms().length; i++) {
                    same.add(inDescription(phrase.getTerms()[i]), phrase.getPositions()[i]);
                }
                yield same.build();
            }
            case MultiPhraseQuery phrase -> {
                MultiPhraseQuery.Builder same = new MultiPhraseQuery.Builder().setSlop(phrase.getSlop());
                for (int i = 0; i < phrase.getTermArrays().length; i++) {
                    Term[] terms = Arrays.stream(phrase.getTermArrays()[i])
                            .map(SignalQuery::inDescription)
                            .toArray(Term[]::new);
                    same.add(terms, phrase.getPositions()[i]);
                }
                yield same.build();
            }
            case BooleanQuery several -> {
                BooleanQuery.Builder same = new BooleanQuery.Builder();
                several.clauses().forEach(clause -> same.add(inDescription(clause.query()), clause.occur()));
                yield same.build();
            }
            default -> throw new IllegalStateException("no analysed word becomes a " + query.getClass());
        };
    }

    private static Term inDescription(Term term) {
        return new Term(DESCRIPTION, term.bytes());
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

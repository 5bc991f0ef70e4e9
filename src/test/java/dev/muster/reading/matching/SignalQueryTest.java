package dev.muster.reading.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.reading.language.EnglishWords;
import dev.muster.reading.language.Sentences;
import dev.muster.reading.matching.SignalQuery.Refused;
import dev.muster.reading.text.Text;
import dev.muster.source.Faults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.util.QueryBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignalQueryTest {
    private static final String TEXT =
            "Uploads of invoices time out. We cached the user's real-time feed, and log in fails with"
                    + " a null pointer when the multipart form is saved to S3.";

    private static Signals shipped(Path file) throws IOException {
        return Signals.parse(file.toString(), Files.readString(file), new Faults());
    }

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("rules"))) {
            return files.filter(file -> file.endsWith("signals.yaml")).toList();
        }
    }

    /** A phrase in several fields as one in each; of a word's stems none is the first. */
    private static List<QueryCondition> parts(QueryCondition condition) {
        return switch (condition) {
            case Phrase phrase ->
                phrase.fields().stream()
                        .<QueryCondition>map(field -> new Phrase(List.of(field), sorted(phrase.words()), phrase.slop()))
                        .toList();
            case QueryCondition.Words words -> List.of(words);
            case QueryCondition.Any any ->
                any.parts().stream().flatMap(part -> parts(part).stream()).toList();
            case QueryCondition.All all ->
                Stream.of(all.required(), all.wanted(), all.forbidden())
                        .flatMap(List::stream)
                        .flatMap(part -> parts(part).stream())
                        .toList();
        };
    }

    private static List<List<String>> sorted(List<List<String>> words) {
        return words.stream().map(stems -> stems.stream().sorted().toList()).toList();
    }

    /** Brackets keep a query from the short way. */
    @ParameterizedTest
    @MethodSource("files")
    void words_and_phrases_mean_without_the_grammar_what_they_mean_with_it(Path file) throws IOException, Refused {
        SignalQuery parser = new SignalQuery();
        List<String> compared = new ArrayList<>();
        for (SignalDefinition signal : shipped(file).definitions()) {
            for (String query : signal.any()) {
                QueryCondition condition = parser.compile(query);
                if (condition instanceof Phrase) {
                    assertThat(parts(condition)).as(query).isEqualTo(parts(parser.compile("(" + query + ")")));
                    compared.add(query);
                }
            }
        }
        assertThat(compared).hasSizeGreaterThan(20).anyMatch(query -> query.matches("[a-z]+"));
        assertThat(compared).anyMatch(query -> query.matches("\"[a-z ]+\"(~[0-9])?"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3",
                "\"error 500\"",
                "\"doesn't work\"",
                "\"the user's session\"~2",
                "\"users' sessions\"",
                "\"'tis\"",
                "\"3rd party\"",
                "\"uploading  sessions\"",
                "buttons"
            })
    void digits_and_apostrophes_need_no_grammar_to_mean_the_same(String query) throws Refused {
        SignalQuery parser = new SignalQuery();

        assertThat(parts(parser.compile(query))).isEqualTo(parts(parser.compile("(" + query + ")")));
    }

    @Test
    void word_that_tells_nothing_is_refused_with_and_without_quotes() {
        for (String query : List.of("the", "\"the\"", "and", "\"our the\"", "\" \"", "\"the\"~2", "is")) {
            assertThatThrownBy(() -> new SignalQuery().compile(query)).as(query).isInstanceOf(Refused.class);
        }
    }

    @Test
    void query_that_takes_more_than_a_person_writes_is_refused() {
        for (String query : List.of(
                "(".repeat(10_000) + "a" + ")".repeat(10_000),
                "(".repeat(500) + "a" + ")".repeat(500),
                "word ".repeat(100_000),
                "+".repeat(1_990) + "a",
                "a" + "*a?".repeat(600),
                "word OR ".repeat(240) + "word*",
                "a" + "b".repeat(1_900) + "~2")) {
            String begins = query.substring(0, 10);
            try {
                new SignalQuery().compile(query);
            } catch (Refused refused) {
                assertThat(refused).as(begins).message().isNotBlank();
            }
        }
        assertThatThrownBy(() -> new SignalQuery().compile("(".repeat(21) + "a" + ")".repeat(21)))
                .isInstanceOf(Refused.class)
                .hasMessage("Brackets are nested more than 20 deep here; take some out.");
        assertThatThrownBy(() -> new SignalQuery().compile("a*b*c*d*e*f"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("has more than 4 wildcards");
    }

    @ParameterizedTest
    @MethodSource("files")
    void phrase_asks_lucene_what_lucene_makes_of_its_words(Path file) throws IOException {
        QueryBuilder lucene = new QueryBuilder(EnglishWords.OF_QUERIES);
        SignalQuery parser = new SignalQuery();
        List<String> words = shipped(file).definitions().stream()
                .flatMap(signal -> signal.any().stream())
                .filter(query -> query.matches("[a-z0-9]+|\"[a-z0-9' ]+\""))
                .toList();

        assertThat(words).hasSizeGreaterThan(20).allSatisfy(query -> {
            Phrase phrase = (Phrase) parser.compile(query);
            assertThat(phrase.query("title")).isEqualTo(lucene.createPhraseQuery("title", query.replace("\"", "")));
        });
    }

    @ParameterizedTest
    @MethodSource("files")
    void query_finds_nothing_where_its_words_are_missing(Path file) throws IOException {
        Text text = Text.of("description", TEXT);
        Index index = Index.of(List.of(text), List.of(Sentences.of(text)), false);
        List<Phrase> asked = shipped(file).compiled().stream()
                .flatMap(signal -> Stream.of(signal.any(), signal.not()))
                .flatMap(condition -> parts(condition).stream())
                .filter(Phrase.class::isInstance)
                .map(Phrase.class::cast)
                .toList();

        assertThat(asked)
                .filteredOn(phrase -> !index.has(phrase.fields().getFirst(), phrase.words()))
                .isNotEmpty()
                .allSatisfy(phrase -> assertThat(
                                index.find(phrase.query(phrase.fields().getFirst()), List.of()))
                        .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "upload",
                "invoices",
                "real-time",
                "realtime",
                "\"multipart form\"",
                "\"form multipart\"~3",
                "\"the user\"",
                "cach*",
                "invo?ce",
                "invoyce~1",
                "s3",
                "S3",
                "description:upload",
                "\"null pointer\"",
                "upload AND invoice",
                "nothing OR pointer",
                "login OR \"log in\""
            })
    void query_finds_its_words_in_either_field(String query) throws Refused {
        QueryCondition condition = new SignalQuery().compile(query);

        assertThat(condition.in(index("description"), List.of()))
                .as("in the description")
                .isNotEmpty();
        if (!query.contains(":")) {
            assertThat(condition.in(index("title"), List.of()))
                    .as("in the title")
                    .isNotEmpty();
        }
    }

    @Test
    void field_that_is_named_is_the_only_one() throws Refused {
        QueryCondition condition = new SignalQuery().compile("title:upload AND \"null pointer\"");

        assertThat(condition.in(index("description"), List.of())).isEmpty();
        assertThat(condition.in(index("title"), List.of())).isNotEmpty();
    }

    private static Index index(String field) {
        Text text = Text.of(field, TEXT);
        return Index.of(List.of(text), List.of(Sentences.of(text)), false);
    }
}

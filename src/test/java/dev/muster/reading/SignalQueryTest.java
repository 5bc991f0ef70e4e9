package dev.muster.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.reading.SignalQuery.Refused;
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

    private static List<Condition.Words> words(Condition condition) {
        return switch (condition) {
            case Condition.Words words -> List.of(words);
            case Condition.Any any ->
                any.parts().stream().flatMap(part -> words(part).stream()).toList();
            case Condition.All all ->
                Stream.of(all.required(), all.wanted(), all.forbidden())
                        .flatMap(List::stream)
                        .flatMap(part -> words(part).stream())
                        .toList();
        };
    }

    /** Brackets keep a query from the short way. */
    @ParameterizedTest
    @MethodSource("files")
    void words_and_phrases_mean_without_the_grammar_what_they_mean_with_it(Path file) throws IOException, Refused {
        SignalQuery parser = new SignalQuery();
        int compared = 0;
        for (SignalDefinition signal : shipped(file).definitions()) {
            for (String query : signal.any()) {
                if (query.matches("[a-z]+|\"[a-z ]+\"")) {
                    assertThat(parser.compile(query)).as(query).isEqualTo(parser.compile("(" + query + ")"));
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(20);
    }

    @ParameterizedTest
    @MethodSource("files")
    void word_becomes_what_lucene_makes_of_it(Path file) throws IOException {
        QueryBuilder lucene = new QueryBuilder(EnglishWords.OF_QUERIES);
        List<String> words = shipped(file).definitions().stream()
                .flatMap(signal -> signal.any().stream())
                .filter(query -> query.matches("[a-z]+"))
                .toList();

        assertThat(words)
                .hasSizeGreaterThan(20)
                .allSatisfy(word -> assertThat(SignalQuery.ofWord(EnglishWords.OF_QUERIES, "title", word))
                        .isEqualTo(lucene.createBooleanQuery("title", word)));
        assertThat(SignalQuery.ofWord(EnglishWords.OF_QUERIES, "title", "the")).isNull();
    }

    @ParameterizedTest
    @MethodSource("files")
    void query_finds_nothing_where_what_it_needs_is_missing(Path file) throws IOException {
        Text text = Text.of("description", TEXT);
        Index index = Index.of(List.of(text), List.of(Sentences.of(text)), false);
        List<Condition.Words> asked = new ArrayList<>();
        shipped(file).compiled().forEach(signal -> {
            asked.addAll(words(signal.any()));
            asked.addAll(words(signal.not()));
        });

        assertThat(asked)
                .filteredOn(words -> !index.has(words.needed()))
                .isNotEmpty()
                .allSatisfy(words -> assertThat(index.find(words.query())).isEmpty());
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
        Condition condition = new SignalQuery().compile(query);

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
        Condition condition = new SignalQuery().compile("title:upload AND \"null pointer\"");

        assertThat(condition.in(index("description"), List.of())).isEmpty();
        assertThat(condition.in(index("title"), List.of())).isNotEmpty();
    }

    private static Index index(String field) {
        Text text = Text.of(field, TEXT);
        return Index.of(List.of(text), List.of(Sentences.of(text)), false);
    }
}

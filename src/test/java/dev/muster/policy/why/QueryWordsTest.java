package dev.muster.policy.why;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryWordsTest {
    @ParameterizedTest
    @CsvSource({
        "cache, cache",
        "upload*, upload…",
        "'\"multipart form\"~2', multipart form",
        "attach* AND (file* OR pdf), attach… together with (file… or pdf)",
        "job NOT title, job without title",
        "gitlab-ci, gitlab-ci",
    })
    void query_reads_in_plain_words(String query, String words) {
        assertThat(QueryWords.of(query)).isEqualTo(words);
    }
}

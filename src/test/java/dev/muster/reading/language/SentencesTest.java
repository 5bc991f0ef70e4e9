package dev.muster.reading.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.fact.Sentence;
import dev.muster.fact.Task;
import dev.muster.reading.Reader;
import dev.muster.reading.matching.Read;
import dev.muster.reading.matching.Signals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentencesTest {
    @Test
    void compound_order_stays_one_sentence() {
        assertThat(Read.sentences(
                        "Add an endpoint where customers upload invoices as PDF, store them in S3 and notify the"
                                + " accountant by e-mail"))
                .hasSize(1);
    }

    @Test
    void semicolon_parts_clauses_and_no_lists() {
        assertThat(Read.sentences("Make it faster; the schema must not change."))
                .extracting(Read::mood)
                .containsExactly("request", "constraint");
        assertThat(Read.sentences("Export these columns: name; date of birth; address of the customer"))
                .hasSize(1);
    }

    @Test
    void sentences_are_split_at_full_stops_lists_and_blank_lines() {
        assertThat(Read.sentences("""
                        First it should work, e.g. with users. Then it
                        goes on in the next line! Really?

                        ## Wanted
                        - [ ] Add a field
                        * drop it
                        1. and this

                        Goal
                        ===
                        Last one
                        """))
                .containsExactly(
                        "First it should work, e.g. with users.",
                        "Then it goes on in the next line!",
                        "Really?",
                        "Add a field",
                        "drop it",
                        "and this",
                        "Last one");
    }

    @Test
    void flattened_list_is_split() {
        assertThat(Read.sentences("Some concerns:  * The build has to change  * Windows hosts  ** RDP to the host"))
                .containsExactly("Some concerns:", "The build has to change", "Windows hosts", "RDP to the host");
    }

    @Test
    void masked_blocks_are_no_sentences() {
        assertThat(Read.sentences("Fails:\n```\na = b\n```\n> quoted\n\nFix it.\n[DEBUG] x\n"))
                .containsExactly("Fix it.");
    }

    @Test
    void title_comes_first_and_knows_where_it_stands() {
        var sentences = Reader.read(new Task("Fix the upload", "It  is\nbroken. Soon!"), Signals.none())
                .sentences();

        assertThat(sentences).extracting(Sentence::text).containsExactly("Fix the upload", "It is broken.", "Soon!");
        assertThat(sentences.getFirst().evidence().in()).isEqualTo("title");
        assertThat(sentences.get(2).evidence().start()).isEqualTo(15);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Add an endpoint for users                                  | request
            feat(core): add an endpoint                                | request
            - [ ] Query for such volunteers                            | statement
            Reported by a customer                                     | statement
            New optional column on orders                              | request
            The rest follows when it has been confirmed                | statement
            Only the nightly build fails                               | statement
            Please store them in S3                                    | request
            Users should be able to upload files                       | request
            As a user, I want to upload files so that I have them      | request
            We need a way for any file to be sent                      | request
            Could you include the license?                             | request
            Would it be possible to cache this?                        | request
            It would be nice if the list was sorted                    | request
            Drops the deprecated mutation                              | request
            Removed the unused code                                    | request
            Migrations fixed                                           | request
            An endpoint is needed that gives back one video            | request
            Let users choose the language                              | request
            Why is this slow?                                          | question
            What happens then?                                         | question
            Any idea what it is                                        | question
            The page is empty                                          | statement
            Users can't upload files                                   | statement
            Report queue isn't loading                                 | statement
            Reports should come from the year, not from twelve months  | request
            just return to the main page                               | request
            I restarted nginx and the error page stays                 | statement
            Resolves https://example.org/issues/17                     | statement
            Reported at https://example.org, happened to me too        | statement
            It should not ask a second time                            | constraint
            No database change                                         | constraint
            Don't change the public API                                | constraint
            It must not take longer than a second                      | constraint
            Must stay backward compatible                              | constraint
            Only admins may see it                                     | constraint
            Responses come within 200 ms                               | constraint
            The API stays unchanged                                    | constraint
            At most three retries                                      | constraint
            Zero downtime is a must, no downtime                       | constraint
            Payments are out of scope                                  | constraint
            Add a filter without touching payments                     | request
            Update is broken                                           | statement
            Search fails for admins                                    | statement
            """)
    void mood_is_that_of_the_main_clause(String sentence, String mood) {
        assertThat(Read.mood(sentence)).isEqualTo(mood);
    }
}

package dev.muster.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.fact.Evidence;
import dev.muster.fact.Signal;
import dev.muster.fact.Task;
import dev.muster.reading.matching.Read;
import dev.muster.reading.matching.Signals;
import dev.muster.source.Faults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReaderTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            upload               | Users are uploading pictures
            upload*              | Uploads of pictures
            cachi*               | Caching of pages
            cache                | The results are cached
            notif*               | Notify the accountant
            notification         | Send notifications
            e-mail               | Send an email
            e-mail               | Send an e-mail
            e-mail               | Send an E-Mail
            real-time            | Updates in real time
            real-time            | Realtime updates
            real-time            | Real-time updates
            "api key"            | Store the apiKey of each user
            "gift card"          | Add giftCardBulkCreate
            profile              | Show the user_profile
            oauth2               | Sign in with OAuth2
            s3                   | Store it in S3
            CI/CD                | Set up CI/CD
            node.js              | Port it to Node.js
            nodejs               | Port it to Node.js
            API                  | Two new APIs
            "reset password"     | Reset your password
            "attach file"~5      | Attach one or two files to the ticket
            attach* AND pdf      | PDF reports are attached
            (attach OR add) AND file | Attach the file
            notifcation~1        | Send a notification
            organi?e             | Organise the files
            index                | Missing database indexes
            query                | Slow queries
            webhook              | Webhooks for partners
            button               | Two buttons
            "user session"       | All user sessions end
            user                 | The user's name
            authorize            | Only authorized people
            c\\#                 | Written in C#
            C\\+\\+              | Written in C++
            migrate              | Migrating the data
            uploading            | Upload it
            uploaded             | Files for uploading
            "uploaded file"      | Uploading files
            retry                | Keep retrying
            "encrypted file"     | Encrypt files
            deploy               | It is deployed
            dockerize            | Dockerized services
            /users               | PATCH /users/:id fails
            größe                | Die Größe ändern
            文字                  | 文字 化け
            """)
    void query_finds_word_forms(String query, String text) {
        assertThat(Read.words(text, query)).as(query).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            author               | Requires authorization
            java                 | Written in JavaScript
            "upload file"        | We upload. Files are stored
            "upload file"~5      | Upload it. Files are stored elsewhere
            attach AND pdf       | Attach the document
            upload -speed        | The upload speed
            title:upload         | Upload it
            """)
    void query_does_not_find_other_things(String query, String text) {
        assertThat(Read.words(text, query)).as(query).isEmpty();
    }

    @Test
    void evidence_is_the_words_as_they_stand_there_title_first() {
        Reading reading = Reader.read(
                new Task("Uploads 😀 for invoices", "Customers \uD83D\uDE00 upload invoices,\r\nuploading PDF"),
                Read.signal("upload*"));

        assertThat(reading.signals().getFirst().evidence())
                .containsExactly(
                        new Evidence("Uploads", 0, 7, "title"),
                        new Evidence("upload", 13, 19, "description"),
                        new Evidence("uploading", 31, 40, "description"));
        assertThat(reading.signals().getFirst().inTitle()).isTrue();
    }

    @Test
    void conjunction_may_be_met_across_title_and_description() {
        Reading reading = Reader.read(new Task("Attach it", "as a PDF"), Read.signal("attach AND pdf"));

        assertThat(reading.signals().getFirst().evidence())
                .extracting(Evidence::text)
                .containsExactly("Attach", "PDF");
    }

    @Test
    void exception_removes_only_the_words_it_covers() {
        Signals signals = signals("- {name: it, kind: topic, any: ['upload*'], not: ['\"upload speed\"']}");

        assertThat(Reader.read(new Task("", "Improve upload speed"), signals).signals())
                .isEmpty();
        assertThat(Reader.read(new Task("", "The upload speed of an upload"), signals)
                        .signals()
                        .getFirst()
                        .evidence())
                .containsExactly(new Evidence("upload", 23, 29, "description"));
    }

    @Test
    void exception_breaks_a_conjunction_it_takes_a_part_of() {
        Signals signals = signals("- {name: it, kind: topic, any: ['upload AND pdf'], not: ['\"upload speed\"']}");

        assertThat(Reader.read(new Task("", "Improve upload speed of PDF"), signals)
                        .signals())
                .isEmpty();
    }

    @Test
    void signals_come_by_name_mentions_too() {
        Signals signals = signals("""
                - {name: b, kind: topic, any: upload}
                - {name: a, kind: topic, any: store}
                - {name: d, kind: topic, any: payment}
                - {name: c, kind: topic, any: cache}
                """);

        Reading reading = Reader.read(
                new Task("Upload", "Store it without touching payments. Don't change the cache.\n> cache"), signals);

        assertThat(reading.signals()).extracting(Signal::name).containsExactly("a", "b");
        assertThat(reading.mentions())
                .extracting(mention -> mention.name() + " " + mention.how())
                .containsExactly("c negated", "c quote", "d negated");
    }

    @Test
    void masked_word_leaves_a_hole_no_phrase_closes() {
        assertThat(Read.words("upload `docker run it` file", "\"upload file\"")).isEmpty();
    }

    @Test
    void same_text_gives_the_same_reading() {
        Task task = new Task("Upload", "Users upload files, not payments. `x` uploads");
        Signals signals = Read.signal("upload*", "file");

        assertThat(Reader.read(task, signals)).isEqualTo(Reader.read(task, signals));
    }

    private static Signals signals(String yaml) {
        Faults faults = new Faults();
        Signals signals = Signals.parse("signals.yaml", yaml, faults);
        faults.throwIfAny();
        return signals;
    }
}

package dev.muster.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No secret is left, in whatever spelling, and nothing else is touched. */
class MaskingTest {
    private static final String VALUE = "pla nted/\"S3cret\"+value";
    private static final Masking MASKING = Masking.of(List.of(new Secret("SHOP", VALUE), new Secret("CI", "true")));

    private static final String PEM =
            "-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA7\n9f+x/Q==\n-----END RSA PRIVATE KEY-----";

    @Test
    void value_is_masked_in_each_spelling() {
        byte[] bytes = VALUE.getBytes(StandardCharsets.UTF_8);
        String hex = HexFormat.of().formatHex(bytes);
        for (String spelled : List.of(
                VALUE,
                "pla nted/\\\"S3cret\\\"+value",
                "pla nted\\/\\\"S3cret\\\"+value",
                "pla+nted%2F%22S3cret%22%2Bvalue",
                "pla%20nted%2f%22S3cret%22%2bvalue",
                hex,
                hex.toUpperCase(java.util.Locale.ROOT))) {
            assertThat(MASKING.mask("It is <" + spelled + ">.")).isEqualTo("It is <[masked: SHOP]>.");
        }
    }

    @Test
    void value_is_masked_in_json_that_can_stand_in_a_page() {
        Masking masking = Masking.of(List.of(new Secret("SHOP", "<pla&nted>")));
        assertThat(masking.mask("{\"a\": \"\\u003cpla\\u0026nted\\u003e\"}")).isEqualTo("{\"a\": \"[masked: SHOP]\"}");
    }

    @Test
    void value_is_masked_as_other_languages_write_it() {
        Masking masking = Masking.of(List.of(new Secret("SHOP", "p&l/a~n!t\\e\"d é<")));
        for (String spelled : List.of(
                "p\\u0026l/a~n!t\\\\e\\\"d é\\u003c",
                "p&l/a~n!t\\\\e\\\"d \\u00e9<",
                "p&l/a~n!t\\\\\\\\e\\\\\\\"d é<",
                "p&l/a~n!t\\\\e\"d é<",
                "p&amp;l/a~n!t\\e&quot;d é&lt;",
                "p%26l%2Fa~n%21t%5Ce%22d%20%C3%A9%3C",
                "p%26l/a~n%21t%5Ce%22d%20%C3%A9%3C",
                "p%26l%2Fa~n!t%5Ce%22d+%C3%A9%3C",
                "p&l/a~n!t%5ce%22d%20%c3%a9%3c")) {
            assertThat(masking.mask("It is <" + spelled + ">.")).isEqualTo("It is <[masked: SHOP]>.");
        }
    }

    /** Each character may be escaped, or some of them; also of what is base64 or JSON already. */
    @Test
    void value_is_masked_whichever_of_its_characters_are_escaped() {
        Masking masking = Masking.of(List.of(new Secret("SHOP", "planted-é/Value")));
        for (String spelled : List.of(
                "%70%6c%61%6e%74%65%64%2d%c3%a9%2f%56%61%6c%75%65",
                "pl%61nted-%C3%A9/V%61lue",
                "\\u0070\\u006c\\u0061\\u006E\\u0074\\u0065\\u0064\\u002d\\u00e9\\u002f\\u0056\\u0061\\u006c\\u0075\\u0065",
                "\\\\u0070lanted\\\\u002dé/Value",
                "\\x70lanted\\x2dé/Value",
                "&#112;lanted&#x2d;&#xe9;/Value",
                "cGxhbnRlZC3DqS9WYWx1%5A%51")) {
            assertThat(masking.mask("It is <" + spelled + ">."))
                    .startsWith("It is <[masked: SHOP]")
                    .endsWith(">.");
        }
        assertThat(masking.mask("100%, %zz, \\u12, \\\\server\\x, &#; &#99999999; a%"))
                .isEqualTo("100%, %zz, \\u12, \\\\server\\x, &#; &#99999999; a%");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "abc"})
    void base64_is_masked_wherever_the_value_stands_in_it(String before) {
        byte[] bytes = (before + VALUE + "zz").getBytes(StandardCharsets.UTF_8);
        for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
            String masked = MASKING.mask(encoder.encodeToString(bytes));
            assertThat(masked).contains("[masked: SHOP]");
            assertThat(masked.replace("[masked: SHOP]", "").length()).isLessThan(14);
        }
    }

    @Test
    void long_base64_is_masked_line_by_line() {
        String value = "0123456789abcdefghij".repeat(9);
        String lines =
                Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(value.getBytes(StandardCharsets.UTF_8));
        assertThat(Masking.of(List.of(new Secret("LONG", value))).mask(lines).lines())
                .allMatch(line -> line.matches("(\\[masked: LONG])=*"));
    }

    @Test
    void lines_of_a_value_are_masked_on_their_own() {
        Masking masking = Masking.of(List.of(new Secret("PEM", PEM)));
        assertThat(masking.mask("MIIEpAIBAAKCAQEA7")).isEqualTo("[masked: PEM]");
        assertThat(masking.mask(PEM)).isEqualTo("[masked: PEM]");
    }

    @ParameterizedTest
    @CsvSource({
        "CI, true",
        "PORT, 12345678",
        "NODE_ENV, production",
        "URL, http://localhost:3000",
        "MODE, quiet",
        "DEBUG_AUTH, true"
    })
    void values_that_stand_in_many_texts_are_left_alone(String name, String value) {
        Masking masking = Masking.of(List.of(new Secret(name, value)));
        assertThat(masking.mask("It is " + value + ".")).isEqualTo("It is " + value + ".");
    }

    @ParameterizedTest
    @CsvSource({
        "DB_PASSWORD, hunter2",
        "SHOP, plainwordsonly",
        "HOOK, https://hooks.example.com/T0/B0/x",
        "GITHUB_TOKEN, abcd",
        "URL, https://ann:pass@example.com"
    })
    void other_values_are_masked(String name, String value) {
        Masking masking = Masking.of(List.of(new Secret(name, value)));
        assertThat(masking.mask("It is " + value + " here.")).isEqualTo("It is [masked: " + name + "] here.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ghp_abcdefghijklmnopqrstuvwxyz0123456789",
                "github_pat_11ABCDEFG0abcdefghijkl_mnopqrstuvwxyz",
                "glpat-abcdefghij0123456789",
                "npm_abcdefghijklmnopqrstuvwxyz0123456789",
                "sk-ant-api03-abcdefghijklmnop-qrstuv_wxyz",
                "sk-abcdefghijklmnopqrst0123456789",
                "AKIAIOSFODNN7EXAMPLE",
                "xoxb-123456789012-abcdefghijkl",
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9",
                "muster_0a1b2c3d4e_0a1b2c3d4e0a1b2c3d4e0a1b2c3d4e0a1b2c3d4e"
            })
    void token_is_masked_by_its_looks(String token) {
        assertThat(Masking.OF_TOKENS.mask("Use " + token + ", then go on."))
                .doesNotContain(token.substring(4, 12))
                .startsWith("Use [masked: ")
                .endsWith("], then go on.");
        assertThat(Masking.OF_TOKENS.mask("{\"a\":\"" + token + "\"}")).matches("\\{\"a\":\"\\[masked: [A-Za-z ]+]\"}");
    }

    @Test
    void private_key_is_masked_in_any_form() {
        assertThat(Masking.OF_TOKENS.mask("A\n" + PEM + "\nB")).isEqualTo("A\n[masked: private key]\nB");
        assertThat(Masking.OF_TOKENS.mask("{\"k\":\"" + PEM.replace("\n", "\\n") + "\"}"))
                .isEqualTo("{\"k\":\"[masked: private key]\"}");
        assertThat(Masking.OF_TOKENS.mask("-----BEGIN PRIVATE KEY-----\nMIIEpAIB"))
                .isEqualTo("[masked: private key]");
        assertThat(Masking.OF_TOKENS.mask("-----BEGIN PUBLIC KEY-----\nMIIEpAIB"))
                .contains("MIIEpAIB");
    }

    @Test
    void headers_and_addresses_lose_their_passwords() {
        assertThat(Masking.OF_TOKENS.mask("Authorization: Bearer abc123def456ghi789\nAccept: */*"))
                .isEqualTo("Authorization: Bearer [masked: token]\nAccept: */*");
        assertThat(Masking.OF_TOKENS.mask("Authorization: Basic YW5uOnNlY3JldA=="))
                .isEqualTo("Authorization: Basic [masked: password]");
        assertThat(Masking.OF_TOKENS.mask("jdbc:postgresql://ann:secret@db:5432/m"))
                .isEqualTo("jdbc:postgresql://ann:[masked: password]@db:5432/m");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The task-management-application-backend-2 is a risk-based-authentication-service.",
                "Bearer token-based-authentication is what we use; a bearer of good news.",
                "npm_config_registry and npm_package_version_is_a_rather_long_variable_name",
                "See http://localhost:8080/a:b and mailto://ann@example.com, docs/muster_run.md and muster_queue_runs.",
                "eyJ is how base64 of JSON begins. AKIA is a prefix. -----BEGIN CERTIFICATE-----"
            })
    void plain_text_is_left_alone(String text) {
        assertThat(Masking.OF_TOKENS.mask(text)).isEqualTo(text);
    }

    @Test
    void masked_text_stays_as_it_is() {
        String once =
                MASKING.mask(VALUE + " ghp_abcdefghijklmnopqrstuvwxyz0123456789 Bearer abc123def456ghi789 " + PEM);
        assertThat(MASKING.mask(once)).isEqualTo(once);
    }

    @Test
    void secret_at_a_cut_leaves_nothing() {
        for (int cut = 4; cut < VALUE.length() - 4; cut++) {
            String both = MASKING.beginning("a b " + VALUE.substring(0, cut)) + "|"
                    + MASKING.end(VALUE.substring(cut) + " c d");
            assertThat(both).isEqualTo("a b | c d");
        }
        assertThat(MASKING.beginning("a ghp_abcdefgh")).isEqualTo("a ");
        assertThat(MASKING.end("ijklmnopqrstuvwxyz0123 b")).isEqualTo(" b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eyJ",
                "eyJabcdefgh.",
                "sk-",
                "-----BEGIN ",
                "-----BEGIN PRIVATE KEY-----",
                "://a",
                "://a:",
                "Bearer ",
                "aaaa",
                "muster_"
            })
    @Timeout(20)
    void hostile_text_takes_no_long_time(String part) {
        Masking masking = Masking.of(List.of(new Secret("A_KEY", "a".repeat(2000) + "b")));
        String text = part.repeat(4_000_000 / part.length());
        masking.mask(text.substring(0, 100_000));
        long start = System.nanoTime();
        masking.mask(text);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void secret_does_not_print_its_value() {
        assertThat(new Secret("SHOP", VALUE).toString()).isEqualTo("Secret[SHOP]");
    }
}

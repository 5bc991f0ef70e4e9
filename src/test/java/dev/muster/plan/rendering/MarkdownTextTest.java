package dev.muster.plan.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTextTest {
    @ParameterizedTest
    @CsvSource(delimiterString = " ⇒ ", quoteCharacter = '\u0000', textBlock = """
                    plain words, a < b & c; C# ⇒ plain words, a < b & c; C#
                    <script>alert(1)</script> ⇒ \\<script>alert(1)\\</script>
                    <!-- gone --> ⇒ \\<!-- gone -->
                    a | b ⇒ a \\| b
                    **bold** and *all* ⇒ \\*\\*bold\\*\\* and \\*all\\*
                    select * from t ⇒ select * from t
                    snake_case_name and _this_ ⇒ snake_case_name and \\_this\\_
                    [click](evil) ⇒ \\[click](evil)
                    ![image](evil) ⇒ !\\[image](evil)
                    [Story] add orders[0] ⇒ [Story] add orders[0]
                    [x] done, [^1] and [a]: b ⇒ \\[x] done, \\[^1] and \\[a]: b
                    ~~gone~~ ⇒ \\~\\~gone\\~\\~
                    C:\\temp and \\* ⇒ C:\\temp and \\\\\\*
                    &lt;b&gt; ⇒ \\&lt;b\\&gt;
                    ask @octocat or @org/team ⇒ ask `@octocat` or `@org/team`
                    me@example.com ⇒ me@example.com
                    use `GET /orders` here ⇒ use `GET /orders` here
                    one ` alone ⇒ one \\` alone
                    `@octocat ⇒ \\``@octocat`
                    see https://x.example/a_b_*c. ⇒ see <https://x.example/a_b_*c>.
                    x\\https://x.example ⇒ x\\\\<https://x.example>
                    at https://x.example/a?k=[masked: SHOP]&n=1. ⇒ at `https://x.example/a?k=[masked: SHOP]&n=1`.
                    https://ann:[masked: private key]@x.example/[masked: A]! ⇒ `https://ann:[masked: private key]@x.example/[masked: A]`!
                    https://x.example/[masked: A]`b` ⇒ `https://x.example/[masked: A]` `b`
                    https://x.example/[masked and <b> ⇒ <https://x.example/[masked> and \\<b>
                    https://x.example [masked: A] ⇒ <https://x.example> [masked: A]
                    `a`@octocat ⇒ `a` `@octocat`
                    Port to C # ⇒ Port to C \\#
                    closes #12 ⇒ closes #12
                    """)
    void inline_escapes_only_what_would_be_markup(String text, String markdown) {
        assertThat(MarkdownText.inline(text)).isEqualTo(markdown);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " ⇒ ", quoteCharacter = '\u0000', textBlock = """
                    # not a heading ⇒ \\# not a heading
                    ## nor this ⇒ \\#\\# nor this
                    - not a list ⇒ \\- not a list
                    --- ⇒ \\---
                    -1 is returned ⇒ -1 is returned
                    + nor this ⇒ \\+ nor this
                    1. nor this ⇒ 1\\. nor this
                    2) nor this ⇒ 2\\) nor this
                    1.5 seconds ⇒ 1.5 seconds
                    > not a quotation ⇒ \\> not a quotation
                    === ⇒ \\===
                    ``` ⇒ \\`\\`\\`
                    """)
    void line_does_not_start_a_block(String text, String markdown) {
        assertThat(MarkdownText.line(text)).isEqualTo(markdown);
    }

    @Test
    void line_breaks_and_turned_directions_become_a_space() {
        assertThat(MarkdownText.line("  a\r\n\r\n# b\tc\u2028d\u0000\u202Ee ")).isEqualTo("a \\# b c d e");
    }

    @Test
    void half_a_character_is_replaced() {
        assertThat(MarkdownText.inline("a\uD83D b😀")).isEqualTo("a\uFFFD b😀");
    }

    @Test
    void code_holds_anything() {
        assertThat(MarkdownText.code("npm test")).isEqualTo("`npm test`");
        assertThat(MarkdownText.code("a`b")).isEqualTo("``a`b``");
        assertThat(MarkdownText.code("`")).isEqualTo("`` ` ``");
        assertThat(MarkdownText.code("a\nb")).isEqualTo("`a b`");
    }

    @Test
    void cut_ends_at_a_word_and_keeps_characters_whole() {
        assertThat(MarkdownText.cut("one two three", 13)).isEqualTo("one two three");
        assertThat(MarkdownText.cut("one two three", 9)).isEqualTo("one two…");
        assertThat(MarkdownText.cut("abcdef", 4)).isEqualTo("abc…");
        assertThat(MarkdownText.cut("ab😀def", 4)).isEqualTo("ab…");
    }
}

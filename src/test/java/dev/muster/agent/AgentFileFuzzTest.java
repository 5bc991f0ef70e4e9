package dev.muster.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Thousands of damaged files: reading never fails and never loses anything. The seed is fixed, so a failure repeats. */
class AgentFileFuzzTest {
    private static final String BODY =
            "\n# Ledger clerk\n\nYou keep the books, and you say: no.\n- first\nnote: last\n";
    private static final List<String> DEBRIS = List.of(
            "---\n",
            "\n",
            "\r",
            "\t",
            ": ",
            ":",
            "\"",
            "'",
            "#",
            " #",
            "- ",
            "|",
            ">",
            "&a ",
            "*a",
            "!!x ",
            "{",
            "[",
            "}",
            "]",
            "<example>",
            "</example>",
            "\uFEFF",
            "\u0000",
            "\u2028",
            "\u0085",
            "\uD83D",
            "🌍",
            "name: x\n",
            "? ",
            "%");

    @Test
    void damaged_front_matter_never_costs_a_character_of_the_prompt() throws IOException {
        Random random = new Random(20_260_417);
        List<String> fronts = wildFiles().stream().map(AgentFileFuzzTest::front).toList();
        for (int i = 0; i < 6_000; i++) {
            String front = damaged(fronts.get(random.nextInt(fronts.size())), random);
            String text = "---\n" + front + "\n---\n" + BODY;
            AgentFile agent = AgentFile.read("a/b.md", text);
            if (agent != null) {
                assertThat(Pieces.putTogether(agent, text)).isEqualTo(text);
                assertThat(agent.prompt()).as(text).endsWith(BODY);
            }
        }
    }

    @Test
    void damaged_file_is_kept_to_the_letter() throws IOException {
        Random random = new Random(77);
        List<String> texts = wildFiles();
        int agents = 0;
        for (int i = 0; i < 6_000; i++) {
            String text = damaged(texts.get(random.nextInt(texts.size())), random);
            AgentFile agent = AgentFile.read("a/b.md", text);
            if (agent != null) {
                agents++;
                assertThat(Pieces.putTogether(agent, text)).isEqualTo(text);
                assertThat(agent.name()).isNotBlank();
            }
        }
        assertThat(agents).isGreaterThan(4_000);
    }

    @Test
    void damaged_bytes_all_have_their_character() {
        Random random = new Random(5);
        for (int i = 0; i < 3_000; i++) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            bytes = concat("---\nname: x\n---\n".getBytes(StandardCharsets.UTF_8), bytes);
            AgentFile agent = Objects.requireNonNull(AgentFile.read("x.md", bytes));
            assertThat(agent.prompt().getBytes(StandardCharsets.UTF_8).length)
                    .isGreaterThanOrEqualTo(bytes.length - 16);
        }
    }

    @Test
    void same_text_is_read_the_same_twice() throws IOException {
        Random random = new Random(3);
        for (String wild : wildFiles()) {
            String text = damaged(wild, random);
            assertThat(AgentFile.read("a.md", text)).isEqualTo(AgentFile.read("a.md", text));
        }
    }

    private static String front(String text) {
        String behind = text.substring(text.indexOf("---") + 4);
        int fence = behind.indexOf("---");
        return fence < 0 ? behind : behind.substring(0, fence).stripTrailing();
    }

    private static String damaged(String text, Random random) {
        StringBuilder damaged = new StringBuilder(text);
        for (int i = random.nextInt(1, 5); i > 0; i--) {
            int at = random.nextInt(damaged.length() + 1);
            switch (random.nextInt(4)) {
                case 0 -> damaged.insert(at, DEBRIS.get(random.nextInt(DEBRIS.size())));
                case 1 -> damaged.delete(at, Math.min(damaged.length(), at + random.nextInt(1, 6)));
                case 2 -> damaged.insert(at, (char) random.nextInt(0x20, 0x3000));
                default ->
                    damaged.insert(at, damaged.substring(at, Math.min(damaged.length(), at + random.nextInt(40))));
            }
        }
        return damaged.toString();
    }

    private static byte[] concat(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static List<String> wildFiles() throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/wild-agents"))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".md")).sorted().toList()) {
                texts.add(AgentText.of("x.md", Files.readAllBytes(file)).text());
            }
        }
        return texts;
    }
}

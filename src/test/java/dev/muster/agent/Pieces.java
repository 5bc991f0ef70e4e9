package dev.muster.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Shows that nothing of a file is lost: what is left between its pieces is only fences and blank lines before them. */
final class Pieces {
    private Pieces() {}

    static String putTogether(@Nullable AgentFile found, String text) {
        AgentFile agent = Objects.requireNonNull(found);
        int prompt = text.length() - agent.prompt().length();
        int front = text.indexOf("---") + 3;
        while (front < text.length() && text.charAt(front) != '\n' && text.charAt(front) != '\r') {
            front++;
        }
        front = Math.min(text.length(), text.startsWith("\r\n", front) ? front + 2 : front + 1);
        String before = text.substring(0, front);
        String between = text.substring(front + agent.frontMatter().length(), prompt);
        assertThat(before.replace("\uFEFF", "").strip()).isEqualTo("---");
        assertThat(between.strip()).isIn("", "---");
        return before + agent.frontMatter() + between + agent.prompt();
    }
}

package dev.muster.agent.executor.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.agent.executor.program.protocol.Printed;
import dev.muster.secret.Masking;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CaptureTest {
    @Test
    void any_chunks_give_beginning_and_end() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 3_000; i++) {
            int head = 1 + random.nextInt(20);
            int tail = 1 + random.nextInt(40);
            Capture capture = new Capture(head, tail, Masking.OF_TOKENS);
            StringBuilder all = new StringBuilder();
            for (int n = random.nextInt(12); n > 0; n--) {
                byte[] chunk = new byte[random.nextInt(30)];
                for (int b = 0; b < chunk.length; b++) {
                    chunk[b] = (byte) (random.nextInt(5) == 0 ? ' ' : 'a' + random.nextInt(26));
                }
                int used = chunk.length == 0 ? 0 : random.nextInt(chunk.length + 1);
                all.append(new String(chunk, 0, used, StandardCharsets.US_ASCII));
                assertThat(capture.add(chunk, used)).isEqualTo(all.length());
            }
            Printed printed = capture.printed();
            assertThat(printed.bytes()).isEqualTo(all.length());
            if (all.length() <= head + tail) {
                assertThat(printed).isEqualTo(new Printed(all.toString(), all.toString(), all.length(), true));
            } else {
                String end = Masking.OF_TOKENS.end(all.substring(all.length() - tail));
                int gap = all.length() - head - tail;
                assertThat(printed.end()).isEqualTo(end);
                assertThat(printed.text())
                        .isEqualTo(Masking.OF_TOKENS.beginning(all.substring(0, head)) + "\n… " + gap
                                + " bytes left out …\n" + end);
                assertThat(printed.whole()).isFalse();
            }
        }
    }
}

package dev.muster.end;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connections on which no request comes, in the program as it is shipped: Netty is asked there to watch over them. */
class SlowConnectionsIT {
    private static final int LONGER_THAN_ANY_HEAD_MILLIS = 50_000;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    @Test
    void connections_without_a_whole_head_are_closed() throws IOException, InterruptedException {
        try (RunningServer server = RunningServer.start(Program.in(folder));
                Socket half = begun(server, "POST /api/plans HTTP/1.1\r\nHos");
                Socket silent = begun(server, "")) {
            assertThat(half.getInputStream().read()).isEqualTo(-1);
            assertThat(silent.getInputStream().read()).isEqualTo(-1);
        }
    }

    private static Socket begun(RunningServer server, String text) throws IOException {
        URI address = URI.create(server.address());
        Socket socket = new Socket(address.getHost(), address.getPort());
        socket.setSoTimeout(LONGER_THAN_ANY_HEAD_MILLIS);
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }
}

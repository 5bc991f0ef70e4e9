package dev.muster.api.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RequestDeadlineTest {
    private static final String HEAD = "POST /api/plans HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n\r\n";

    private final EmbeddedChannel connection = new EmbeddedChannel(false, false);

    RequestDeadlineTest() throws Exception {
        connection.freezeTime();
        connection
                .pipeline()
                .addLast(
                        new RequestDeadline(),
                        new HttpRequestDecoder(),
                        new HttpResponseEncoder(),
                        new ChannelDuplexHandler());
        connection.register();
    }

    private void send(String text) {
        connection.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
    }

    private void answer(HttpResponseStatus status) {
        connection.pipeline().lastContext().writeAndFlush(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status));
    }

    private void pass(Duration time) {
        connection.advanceTimeBy(time.toMillis(), TimeUnit.MILLISECONDS);
        connection.runScheduledPendingTasks();
        connection.runPendingTasks();
    }

    /** One byte every seven seconds for so long, as somebody does who means it. */
    private void drip(String text, Duration time) {
        for (int i = 0; i * 7L < time.toSeconds() && connection.isOpen(); i++) {
            pass(Duration.ofSeconds(7));
            if (connection.isOpen()) {
                send(text.substring(i, i + 1));
            }
        }
    }

    @Test
    void connection_without_a_request_is_closed() {
        pass(RequestDeadline.HEAD.minusSeconds(1));
        assertThat(connection.isOpen()).isTrue();

        pass(Duration.ofSeconds(1));
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void head_that_drips_is_not_waited_for() {
        drip(HEAD, RequestDeadline.HEAD.plusSeconds(7));

        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void body_that_drips_is_not_waited_for() {
        send(HEAD.replace("4", "400"));
        drip("x".repeat(40), RequestDeadline.BODY.plusSeconds(7));

        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void answer_that_takes_long_is_waited_for() {
        send(HEAD + "body");
        pass(Duration.ofHours(1));

        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void connection_that_nobody_uses_after_an_answer_is_closed() {
        send(HEAD + "body");
        answer(HttpResponseStatus.OK);
        pass(RequestDeadline.UNUSED.minusSeconds(1));
        assertThat(connection.isOpen()).isTrue();

        pass(Duration.ofSeconds(1));
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void next_request_that_drips_is_not_waited_for_longer_than_the_first() {
        send(HEAD + "body");
        answer(HttpResponseStatus.OK);
        pass(Duration.ofSeconds(60));
        drip(HEAD, RequestDeadline.HEAD.plusSeconds(7));

        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void rest_of_a_body_that_was_answered_already_is_not_waited_for() {
        send(HEAD.replace("4", "400"));
        answer(HttpResponseStatus.UNAUTHORIZED);
        drip("x".repeat(40), RequestDeadline.UNUSED);

        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void invitation_to_send_the_body_is_no_answer() {
        send(HEAD);
        answer(HttpResponseStatus.CONTINUE);
        send("body");
        pass(Duration.ofHours(1));

        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void requests_that_come_together_are_each_waited_for() {
        send(HEAD + "body" + HEAD + "body");
        answer(HttpResponseStatus.OK);
        pass(Duration.ofHours(1));

        assertThat(connection.isOpen()).isTrue();
    }
}

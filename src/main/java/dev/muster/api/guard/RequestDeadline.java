package dev.muster.api.guard;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection on which a request takes too long to come, however lively it drips, or that nobody uses. While an answer is
 * worked out or streamed nothing is counted: long polls and event streams last as long as they last.
 */
final class RequestDeadline extends ChannelInboundHandlerAdapter {
    /** For the head of a request, from its first byte on; for the first request, from the connection on. */
    static final Duration HEAD = Duration.ofSeconds(30);

    /** For the body: somewhat more than the API itself waits, which tells the caller why. */
    static final Duration BODY = Arrival.LONGEST.plusSeconds(5);

    /** From an answer to the next request, with the time in which the answer is taken. */
    static final Duration UNUSED = Duration.ofMinutes(2);

    private @Nullable Future<?> deadline;
    private boolean headAwaited;
    private int unanswered;

    @Override
    public void channelActive(ChannelHandlerContext context) {
        if (context.pipeline().get(HttpRequestDecoder.class) != null) {
            ChannelHandler server = context.pipeline().last();
            context.pipeline().addBefore(context.pipeline().context(server).name(), null, new Messages());
            within(context, HEAD);
        }
        context.fireChannelActive();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        cancel();
        context.fireChannelInactive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        if (deadline != null && unanswered == 0 && !headAwaited) {
            headAwaited = true;
            within(context, HEAD);
        }
        context.fireChannelRead(bytes);
    }

    private void within(ChannelHandlerContext context, Duration time) {
        cancel();
        deadline = context.executor().schedule(() -> context.close(), time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void cancel() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }

    /** Sees what the bytes amount to. */
    private final class Messages extends ChannelDuplexHandler {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof HttpRequest) {
                unanswered++;
                within(context, BODY);
            }
            if (message instanceof LastHttpContent && unanswered > 0) {
                cancel();
            }
            context.fireChannelRead(message);
        }

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            if (message instanceof LastHttpContent && !isPreliminary(message) && --unanswered <= 0) {
                unanswered = 0;
                headAwaited = false;
                within(context, UNUSED);
            }
            context.write(message, promise);
        }

        /** An invitation to send the body is no answer yet. */
        private static boolean isPreliminary(Object message) {
            return message instanceof HttpResponse response
                    && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
        }
    }
}

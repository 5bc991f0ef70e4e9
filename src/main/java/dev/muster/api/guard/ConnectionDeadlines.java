package dev.muster.api.guard;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Watches over every connection to this server, from its first moment on: Netty asks for it, since the framework tells of a
 * connection only once a whole request head has come.
 */
public final class ConnectionDeadlines extends ChannelInitializerExtension {
    /** What one process holds without effort. */
    static final int MOST_CONNECTIONS = 2_000;

    private static final AtomicInteger OPEN = new AtomicInteger();

    @Override
    public void postInitializeServerChildChannel(Channel connection) {
        if (OPEN.incrementAndGet() > MOST_CONNECTIONS) {
            OPEN.decrementAndGet();
            connection.unsafe().closeForcibly();
            return;
        }
        connection.closeFuture().addListener(_ -> OPEN.decrementAndGet());
        connection.pipeline().addFirst(new RequestDeadline());
    }
}

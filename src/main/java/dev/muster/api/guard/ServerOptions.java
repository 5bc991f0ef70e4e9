package dev.muster.api.guard;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;

/** Has Netty ask for {@link ConnectionDeadlines} before the first connection can come. */
@ApplicationScoped
class ServerOptions implements HttpServerOptionsCustomizer {
    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        System.setProperty(ChannelInitializerExtension.EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
        // One request after the other on a connection, which the deadlines are made for; a proxy before it may speak
        // HTTP/2.
        options.setUseAlpn(false).setHttp2ClearTextEnabled(false);
    }
}

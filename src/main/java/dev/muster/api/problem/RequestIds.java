package dev.muster.api.problem;

import dev.muster.app.telemetry.LogFields;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Gives each request an id, the caller's where it has a usable one: the answer has it, and so has what is logged meanwhile. */
@ApplicationScoped
public class RequestIds {
    public static final String HEADER = "X-Request-ID";

    /** Nothing that could be taken for another line or field of a log. */
    private static final Pattern USABLE = Pattern.compile("[\\w.:-]{1,128}");

    private final LogFields fields;
    private final RandomGenerator random;

    RequestIds(LogFields fields, RandomGenerator random) {
        this.fields = fields;
        this.random = random;
    }

    void install(@Observes Router router) {
        router.route().order(HandlerOrder.REQUEST_IDS.order()).handler(this::identify);
    }

    private void identify(RoutingContext request) {
        String id = id(request.request().getHeader(HEADER));
        request.response().putHeader(HEADER, id);
        fields.put(LogFields.REQUEST, id);
        request.next();
    }

    private String id(@Nullable String given) {
        return given != null && USABLE.matcher(given).matches()
                ? given
                : HexFormat.of().toHexDigits(random.nextLong());
    }
}

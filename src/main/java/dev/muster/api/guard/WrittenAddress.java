package dev.muster.api.guard;

import dev.muster.api.problem.HandlerOrder;
import dev.muster.api.problem.HttpProblems;
import dev.muster.api.problem.Problem;
import dev.muster.api.problem.ProblemWriter;
import io.vertx.core.VertxException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Refuses a path, a query or a media type that stands for nothing: what databases, files and logs would each take for something else. */
@ApplicationScoped
class WrittenAddress {
    private static final int BAD_REQUEST = 400;
    private static final int HEX = 16;
    private static final Pattern PARAMETERS = Pattern.compile("&");

    /**
     * What the framework can read; what it cannot would be told as a fault of the server. What was matched is not tried again in
     * parts: nobody was asked for a key yet.
     */
    private static final Pattern MEDIA_TYPE = Pattern.compile(
            "[\\w.+*-]++/[\\w.+*-]++(?:\\s*+;\\s*+[\\w.+*-]++=(?:[\\w.+:/*-]++|\"[^\"]*+\"))*+\\s*+(?:;\\s*+)?");

    void install(@Observes Router router) {
        router.route()
                .order(HandlerOrder.WRITTEN_ADDRESS.order())
                .handler(WrittenAddress::check)
                .failureHandler(WrittenAddress::failed);
    }

    /** The framework wants a host before it asks anybody; it would tell of it as of a fault of the server. */
    private static void failed(RoutingContext request) {
        boolean noHost = request.statusCode() == BAD_REQUEST
                && request.failure() instanceof VertxException
                && request.request().authority() == null;
        if (noHost) {
            answer(request, HttpProblems.badHost(request.request().getHeader(HttpHeaders.HOST)));
        } else {
            request.next();
        }
    }

    private static void check(RoutingContext request) {
        Problem problem = problem(request.request().uri());
        String type = request.request().getHeader(HttpHeaders.CONTENT_TYPE);
        if (problem == null && type != null && !isMediaType(type)) {
            problem = HttpProblems.notJson(type);
        }
        if (problem == null) {
            request.next();
        } else {
            answer(request, problem);
        }
    }

    private static void answer(RoutingContext request, Problem problem) {
        ProblemWriter.send(request, problem);
    }

    static boolean isMediaType(String type) {
        return MEDIA_TYPE.matcher(type).matches();
    }

    /** What is wrong with an address; null where nothing is. */
    static @Nullable Problem problem(String uri) {
        int query = uri.indexOf('?');
        String path = query < 0 ? uri : uri.substring(0, query);
        String why = fault(path);
        if (why != null) {
            return HttpProblems.badAddress("The path", path, why);
        }
        for (String parameter : query < 0 ? new String[0] : PARAMETERS.split(uri.substring(query + 1))) {
            String fault = fault(parameter);
            if (fault != null) {
                String name = parameter.replaceFirst("=.*", "");
                String what = fault(name) == null ? "The parameter \"" + name + "\"" : "The name of a parameter";
                return HttpProblems.badAddress(what, parameter, fault);
            }
        }
        return null;
    }

    private static @Nullable String fault(String written) {
        if (written.indexOf('%') < 0) {
            return null;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            int escaped = c == '%' ? escaped(written, i) : c;
            if (escaped < 0) {
                return "has a % that no two hexadecimal digits follow";
            }
            bytes.write(escaped);
            i += c == '%' ? 2 : 0;
        }
        return fault(bytes.toByteArray());
    }

    private static @Nullable String fault(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.indexOf('\0') < 0 ? null : "has the character NUL in it";
        } catch (CharacterCodingException _) {
            return "is not UTF-8";
        }
    }

    private static int escaped(String written, int at) {
        if (at + 2 >= written.length()) {
            return -1;
        }
        int high = Character.digit(written.charAt(at + 1), HEX);
        int low = Character.digit(written.charAt(at + 2), HEX);
        return high < 0 || low < 0 ? -1 : high * HEX + low;
    }
}

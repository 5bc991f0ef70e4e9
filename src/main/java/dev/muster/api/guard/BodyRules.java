package dev.muster.api.guard;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import dev.muster.api.problem.Problem;
import dev.muster.app.json.Json;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * What holds for every operation that changes something, also for those that come later: it is sent as JSON, which no page of
 * somebody else can do without being asked, and all texts in it are texts.
 */
class BodyRules {
    private final CurrentVertxRequest current;

    BodyRules(CurrentVertxRequest current) {
        this.current = current;
    }

    @ServerRequestFilter
    void check(ContainerRequestContext request) throws IOException {
        if (ForeignPages.READING.contains(HttpMethod.valueOf(request.getMethod()))) {
            return;
        }
        if (!isJson(request)) {
            throw new NotJson(Objects.requireNonNullElse(request.getHeaderString(HttpHeaders.CONTENT_TYPE), ""));
        }
        RoutingContext routing = current.getCurrent();
        Buffer body = routing == null ? null : routing.body().buffer();
        if (body != null) {
            checkTexts(body.getBytes());
        }
    }

    /** A request that changes something and does not say that it is JSON. */
    static final class NotJson extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String said;

        NotJson(String said) {
            super(said);
            this.said = said;
        }

        String said() {
            return said;
        }
    }

    private static boolean isJson(ContainerRequestContext request) {
        try {
            MediaType type = request.getMediaType();
            return type != null
                    && type.getType().equalsIgnoreCase("application")
                    && type.getSubtype().equalsIgnoreCase("json")
                    && isUtf8(type.getParameters().get(MediaType.CHARSET_PARAMETER));
        } catch (IllegalArgumentException _) {
            // No media type at all.
            return false;
        }
    }

    private static boolean isUtf8(@Nullable String charset) {
        return charset == null
                || Charset.isSupported(charset) && Charset.forName(charset).equals(StandardCharsets.UTF_8);
    }

    static void checkTexts(byte[] json) throws IOException {
        try (JsonParser parser = Json.mapper().getFactory().createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME || token == JsonToken.VALUE_STRING) {
                    check(parser, token);
                }
            }
        }
    }

    private static void check(JsonParser parser, JsonToken token) throws IOException {
        String fault = fault(parser.getText());
        if (fault == null) {
            return;
        }
        JsonLocation place = parser.currentTokenLocation();
        boolean isName = token == JsonToken.FIELD_NAME;
        JsonStreamContext where = parser.getParsingContext();
        String field = path(isName ? where.getParent() : where);
        String what = isName ? "The name of a field" + (field.isEmpty() ? "" : " in \"" + field + "\"") : named(field);
        throw new BadText(what + " has " + fault + " in it.", place.getLineNr(), place.getColumnNr());
    }

    private static String named(String field) {
        return field.isEmpty() ? "The body" : "The field \"" + field + "\"";
    }

    /** A text that is none. */
    static final class BadText extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int line;
        private final int column;

        BadText(String found, int line, int column) {
            super(found);
            this.line = line;
            this.column = column;
        }

        Problem problem() {
            return Problem.of(
                            400,
                            "bad-text",
                            String.valueOf(getMessage()),
                            "Take it out: no database and no file keeps it as it is.")
                    .withPlace(line, column);
        }
    }

    private static @Nullable String fault(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\0') {
                return "the character NUL";
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return "half a character (\\u%04x)".formatted((int) c);
            }
        }
        return null;
    }

    /** The way to what is read, such as {@code context.files[2]}. */
    private static String path(@Nullable JsonStreamContext where) {
        if (where == null || where.inRoot()) {
            return "";
        }
        String before = path(where.getParent());
        if (where.inArray()) {
            return before + "[" + where.getCurrentIndex() + "]";
        }
        return before.isEmpty() ? String.valueOf(where.getCurrentName()) : before + "." + where.getCurrentName();
    }
}

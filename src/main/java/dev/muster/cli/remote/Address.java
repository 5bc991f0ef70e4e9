package dev.muster.cli.remote;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is asked of a server: the parts of a path, and a query. Whatever stands in a part, it stays that one part. */
record Address(String path, String query) {
    /** Below {@code /api}. */
    static Address of(String... parts) {
        return new Address(
                Arrays.stream(parts).map(part -> "/" + encoded(part)).collect(Collectors.joining("", "/api", "")), "");
    }

    /** With a parameter; without it where there is no value. */
    Address with(String name, @Nullable Object value) {
        return value == null
                ? this
                : new Address(path, query + (query.isEmpty() ? "?" : "&") + name + "=" + encoded(value.toString()));
    }

    /** A space is written in a way that paths know as well as queries. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return path + query;
    }
}

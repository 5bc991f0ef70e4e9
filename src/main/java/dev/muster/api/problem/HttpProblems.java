package dev.muster.api.problem;

import org.jspecify.annotations.Nullable;

/** Problems of the protocol itself: a path, a method, a media type that is not there. */
public final class HttpProblems {
    private HttpProblems() {}

    public static Problem foreignPage() {
        return Problem.of(
                403,
                "foreign-page",
                "The request comes from a page in a browser that is not of this server.",
                "Send it with a program of yours, such as `muster` or curl: without the headers Origin and Sec-Fetch-Site.");
    }

    public static Problem badAddress(String what, String written, String why) {
        return Problem.of(
                        400,
                        "bad-address",
                        what + " " + why + ".",
                        "Write it as UTF-8, each byte that is no letter or digit as % and two hexadecimal digits.")
                .withValue(written);
    }

    public static Problem badHost(@Nullable String written) {
        return Problem.of(
                        400,
                        "bad-host",
                        written == null
                                ? "The request does not say for which host it is."
                                : "The header Host names no host.",
                        "Send the header Host with the server's name and port, such as localhost:8080.")
                .withValue(written == null ? "" : written);
    }

    public static Problem yourShare() {
        return Problem.of(
                429,
                "your-share",
                "As many requests of this caller are at work already as one caller can have at once.",
                "Send the request again after the seconds that Retry-After says; nothing was done for it.");
    }

    public static Problem notJson(String said) {
        return of(415).withValue(said);
    }

    public static Problem internal(String requestId) {
        return Problem.of(
                500,
                "internal-error",
                "Muster failed.",
                "Please report it to whoever runs the server: its log says more under the request's id, " + requestId
                        + ".");
    }

    public static Problem of(int status) {
        return switch (status) {
            case 401 ->
                Problem.of(
                        status,
                        "not-authenticated",
                        "The request does not say who it is from, or with a key that is none or was revoked.",
                        "Send Authorization: Bearer KEY; `muster keys new` makes a key.");
            case 403 ->
                Problem.of(
                        status,
                        "not-allowed",
                        "Whoever the request is from may not do this.",
                        "Use a key with the role that the operation names in /q/openapi.");
            case 421 ->
                Problem.of(
                        status,
                        "not-our-name",
                        "The request is for another host than this one.",
                        "Call it as localhost or 127.0.0.1; on its own network name it asks for keys: see MUSTER_HOST.");
            case 404 ->
                Problem.of(status, "no-such-path", "There is nothing at this path.", "/q/openapi lists what there is.");
            case 405 ->
                Problem.of(
                        status,
                        "method-not-allowed",
                        "This path does not take this method.",
                        "The header Allow names those that it takes.");
            case 406 ->
                Problem.of(
                        status,
                        "not-acceptable",
                        "None of the media types in Accept can be had here.",
                        "Plans come as application/json, text/markdown or text/vnd.mermaid, all else as application/json.");
            case 408 ->
                Problem.of(
                        status,
                        "broken-off",
                        "The request ended before all of it had come.",
                        "Send it whole, without a pause.");
            case 413 ->
                Problem.of(
                        status,
                        "body-too-large",
                        "The body is larger than the 1 MiB that is read.",
                        "Say what is to be done, and name files instead of pasting them.");
            case 415 ->
                Problem.of(
                        status,
                        "unsupported-media-type",
                        "What changes something is sent as JSON in UTF-8, and the request does not say that it is.",
                        "Send Content-Type: application/json, also where there is no body.");
            case 500 ->
                Problem.of(status, "internal-error", "Muster failed.", "Please report it to whoever runs the server.");
            case 503 ->
                Problem.of(
                        status,
                        "busy",
                        "The server has as much to do as it can hold.",
                        "Send the request again after the seconds that Retry-After says; nothing was done for it.");
            default -> Problem.of(status, "bad-request", "The request is not understood.", "See /q/openapi.");
        };
    }
}

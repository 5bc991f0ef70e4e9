package dev.muster.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Requests to the byte as they are written, with no header that a client would add by itself. */
public final class Raw {
    private Raw() {}

    public record Answer(int status, String head, String body) {
        boolean isProblem() {
            return head.toLowerCase(Locale.ROOT).contains("content-type: application/problem+json");
        }

        public JsonNode json() {
            try {
                return new ObjectMapper().readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(body, e);
            }
        }

        public String detail() {
            return json().path("detail").asText();
        }

        public String type() {
            return json().path("type").asText();
        }
    }

    public static URI server() {
        return URI.create(RestAssured.baseURI + ":" + RestAssured.port);
    }

    public static Socket connect() throws IOException {
        return new Socket(server().getHost(), server().getPort());
    }

    static Answer json(String method, String path, String body) {
        return send(method, path, List.of("Content-Type: application/json"), body);
    }

    public static Answer send(String method, String path, List<String> headers, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder request = new StringBuilder(
                "%s %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n".formatted(method, path, server().getAuthority()));
        headers.forEach(header -> request.append(header).append("\r\n"));
        if (bytes.length > 0) {
            request.append("Content-Length: ").append(bytes.length).append("\r\n");
        }
        try (Socket socket = connect()) {
            socket.getOutputStream().write(request.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return read(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        }
    }

    /** What comes until the connection ends. */
    public static Answer read(Socket socket) throws IOException {
        String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int end = all.indexOf("\r\n\r\n");
        return end < 0 ? new Answer(0, all, "") : answer(all.substring(0, end), all.substring(end + 4));
    }

    private static Answer answer(String head, String body) {
        boolean inParts = head.toLowerCase(Locale.ROOT).contains("transfer-encoding: chunked");
        return new Answer(Integer.parseInt(head.substring(9, 12)), head, inParts ? whole(body) : body);
    }

    /** Each part has its length before it; what we read has no other line of that kind. */
    private static String whole(String parts) {
        return parts.replaceAll("(?m)(^|\\r\\n)[0-9a-f]+\\r\\n", "");
    }
}

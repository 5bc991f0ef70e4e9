package dev.muster.app.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where things are. Each comes from a flag, else from the environment ({@code MUSTER_RULES} and so on), else from
 * {@code application.properties}.
 */
@ConfigMapping(prefix = "muster")
public interface MusterConfig {
    /** The rules folder; without it {@code ./rules} if it holds a pack, else the copy inside the program. */
    Optional<Path> rules();

    /** A folder with one folder of agents per pack, or one pack's agents; without it the one beside the rules. */
    Optional<Path> agents();

    /** The pack for tasks that name none. */
    @WithDefault("backend")
    String pack();

    /** What the operator allows, and how agents are called; without it {@code operator.yaml} in the data folder, if it is there. */
    Optional<Path> operator();

    /** Where plans are kept. */
    Path data();

    /** The PostgreSQL database that several servers share, {@code jdbc:postgresql://…}; without it a file in the data folder. */
    Optional<String> database();

    Optional<String> databaseUser();

    Optional<String> databasePassword();

    /** The address to listen on: loopback is for this machine's users alone. */
    @WithDefault("127.0.0.1")
    String host();

    /** The port to listen on. */
    @WithDefault("8080")
    int port();

    /** A running server to talk to. */
    Optional<URI> url();

    /** The API key to call that server with. */
    Optional<String> key();

    /** When callers have to say who they are: elsewhere than on loopback, or always. */
    @WithDefault("elsewhere")
    AuthMode auth();

    /** An admin's key that the operator makes up, for servers that are set up by files alone. */
    Optional<String> adminKey();

    /** How the log is written. */
    @WithDefault("text")
    LogForm log();

    /** From which level on. It has no default here, where it would be one for every category: see the log's own settings. */
    Optional<String> logLevel();

    /** The collector to which traces are sent; without it there are none. */
    Optional<URI> otlpEndpoint();

    /** A form of the log. */
    enum LogForm {
        TEXT,
        JSON
    }

    /** The bearer tokens (JWT) that are accepted beside API keys. */
    Tokens tokens();

    /** Which tokens count. */
    interface Tokens {
        /** Who issues them, as their claim {@code iss} says; without it no token counts. */
        Optional<String> issuer();

        /** Where the issuer's public keys are: a URL or a file with a JWK set. */
        Optional<String> keys();

        /** For whom they must be, as their claim {@code aud} says. */
        @WithDefault("muster")
        String audience();

        /** The claim that says the caller's roles, with slashes where it is nested. */
        @WithDefault("groups")
        String roles();
    }
}

package dev.muster.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;

/** Signed tokens, as an identity provider issues them. */
final class Tokens {
    static final String ISSUER = "https://identity.example";

    private static final KeyPair KEYS = keys();

    private Tokens() {}

    /** The file with the public keys. */
    static Path publicKeys() {
        RSAPublicKey key = (RSAPublicKey) KEYS.getPublic();
        String json =
                "{\"keys\": [{\"kty\": \"RSA\", \"kid\": \"one\", \"alg\": \"RS256\", \"use\": \"sig\", \"n\": \"%s\", \"e\": \"%s\"}]}"
                        .formatted(number(key.getModulus()), number(key.getPublicExponent()));
        try {
            Path file = Files.createTempFile("muster-token-keys", ".json");
            file.toFile().deleteOnExit();
            return Files.writeString(file, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String signed(String name, String role) {
        return signed(claims(ISSUER, name, role, 60));
    }

    /** A token's middle part. */
    static String claims(String issuer, String name, String role, int secondsLeft) {
        long now = Instant.now().getEpochSecond();
        return text(
                "{\"iss\": \"%s\", \"aud\": \"muster\", \"sub\": \"%s\", \"upn\": \"%s\", \"groups\": [\"%s\"], \"iat\": %d, \"exp\": %d}"
                        .formatted(issuer, name, name, role, now - 10, now + secondsLeft));
    }

    static String signed(String claims) {
        String signedPart = text("{\"alg\": \"RS256\", \"typ\": \"JWT\", \"kid\": \"one\"}") + "." + claims;
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(KEYS.getPrivate());
            signature.update(signedPart.getBytes(StandardCharsets.US_ASCII));
            return signedPart + "." + encoded(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String number(java.math.BigInteger number) {
        byte[] bytes = number.toByteArray();
        boolean signByte = bytes.length > 1 && bytes[0] == 0;
        return encoded(signByte ? java.util.Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static String text(String text) {
        return encoded(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

package dev.muster.app.access;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A key as it is kept: of its secret there is only the hash.
 *
 * @param id the part of the key that may be shown, in logs too
 * @param name who calls with it; what they decide is recorded under this name
 * @param hash SHA-256 of the secret, in hexadecimal digits; secrets are random, so nothing slower is needed
 * @param revokedAt when it ended; null while it can be used
 */
public record ApiKey(
        String id,
        String name,
        Set<AccessRole> roles,
        String hash,
        Instant createdAt,
        @Nullable Instant revokedAt) {
    public ApiKey {
        roles = Set.copyOf(roles);
    }

    /** All that its roles come to, in words. */
    public Set<String> granted() {
        return roles.stream()
                .flatMap(role -> role.granted().stream())
                .map(AccessRole::word)
                .collect(Collectors.toUnmodifiableSet());
    }
}

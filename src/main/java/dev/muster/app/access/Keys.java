package dev.muster.app.access;

import dev.muster.app.config.MusterConfig;
import dev.muster.app.refusal.AccessReason;
import dev.muster.app.refusal.Refusal;
import dev.muster.hash.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** API keys: {@code muster_ID_SECRET}, of which the secret is shown once and kept as its hash. */
@ApplicationScoped
public class Keys {
    /** How every key begins, so that programs that look for leaked secrets can find it. */
    public static final String PREFIX = "muster_";

    /** The fewest characters of an admin key that the operator makes up. */
    public static final int SHORTEST_ADMIN_KEY = 32;

    private static final String ADMIN = "admin";
    private static final int ID_BYTES = 5;
    private static final int SECRET_BYTES = 32;

    private final KeyStore store;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final @Nullable String adminHash;

    Keys(KeyStore store, InstantSource clock, RandomGenerator random, MusterConfig config) {
        this.store = store;
        this.clock = clock;
        this.random = random;
        this.adminHash = config.adminKey().map(Keys::checked).map(Sha256::of).orElse(null);
    }

    /** A key with its secret, which nobody can ask for again. */
    public record Issued(ApiKey key, String text) {}

    /**
     * Makes a key.
     *
     * @throws Refusal where a key of this name is in use
     */
    public Issued issue(String name, Set<AccessRole> roles) {
        String id = hex(ID_BYTES);
        String secret = hex(SECRET_BYTES);
        ApiKey key = new ApiKey(id, name, roles, Sha256.of(secret), clock.instant(), null);
        if (!store.add(key)) {
            throw new Refusal(new AccessReason.KeyNameTaken(name));
        }
        return new Issued(key, PREFIX + id + "_" + secret);
    }

    /** All keys, the oldest first. */
    public List<ApiKey> list() {
        return store.list();
    }

    /**
     * Ends a key, named by its id or by its name.
     *
     * @throws Refusal where there is none in use
     */
    public ApiKey revoke(String idOrName) {
        List<ApiKey> inUse =
                store.list().stream().filter(key -> key.revokedAt() == null).toList();
        ApiKey found = inUse.stream()
                .filter(key -> key.id().equals(idOrName) || key.name().equals(idOrName))
                .findFirst()
                .orElseThrow(() -> new Refusal(new AccessReason.NoSuchKey(
                        idOrName, inUse.stream().map(ApiKey::name).toList())));
        Instant now = clock.instant();
        store.revoke(found.id(), now);
        return new ApiKey(found.id(), found.name(), found.roles(), found.hash(), found.createdAt(), now);
    }

    /** The key that this text is; null where it is none, or one that was revoked. */
    public @Nullable ApiKey verify(String text) {
        if (adminHash != null && Sha256.isSame(adminHash, Sha256.of(text))) {
            return new ApiKey(ADMIN, "admin", Set.of(AccessRole.ADMIN), adminHash, Instant.EPOCH, null);
        }
        int separator = text.indexOf('_', PREFIX.length());
        if (!text.startsWith(PREFIX) || separator < 0) {
            return null;
        }
        ApiKey key = store.find(text.substring(PREFIX.length(), separator));
        return key != null
                        && key.revokedAt() == null
                        && Sha256.isSame(key.hash(), Sha256.of(text.substring(separator + 1)))
                ? key
                : null;
    }

    /**
     * Whether a key was made and is kept. The admin's comes from the environment of whoever asks: a server's is its operator's, a
     * command's says no more than that somebody has set two variables to one text.
     */
    public boolean isKept(ApiKey key) {
        return !key.id().equals(ADMIN);
    }

    /** Whether anybody could call with a key at all. */
    public boolean isAnyInUse() {
        return adminHash != null || store.list().stream().anyMatch(key -> key.revokedAt() == null);
    }

    private static String checked(String adminKey) {
        if (adminKey.length() < SHORTEST_ADMIN_KEY) {
            throw new Refusal(new AccessReason.AdminKeyTooShort(adminKey.length(), SHORTEST_ADMIN_KEY));
        }
        return adminKey;
    }

    private String hex(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}

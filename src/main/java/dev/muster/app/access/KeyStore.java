package dev.muster.app.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where API keys are kept. */
public interface KeyStore {
    /** Keeps a key; false where a key of that name is in use. */
    boolean add(ApiKey key);

    @Nullable
    ApiKey find(String id);

    /** All keys, the oldest first, revoked ones too. */
    List<ApiKey> list();

    void revoke(String id, Instant at);
}

package dev.muster.app.access;

import dev.muster.app.config.MusterConfig;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Keys that are kept nowhere. */
public final class MemoryKeys implements KeyStore {
    private final Map<String, ApiKey> keys = new LinkedHashMap<>();

    public static Keys keys() {
        return keys(null);
    }

    /** @param adminKey what stands in MUSTER_ADMIN_KEY */
    public static Keys keys(@Nullable String adminKey) {
        MusterConfig config = (MusterConfig) Proxy.newProxyInstance(
                MusterConfig.class.getClassLoader(),
                new Class<?>[] {MusterConfig.class},
                (_, setting, _) ->
                        setting.getName().equals("adminKey") ? Optional.ofNullable(adminKey) : Optional.empty());
        return new Keys(new MemoryKeys(), InstantSource.system(), new Random(7), config);
    }

    @Override
    public boolean add(ApiKey key) {
        return keys.putIfAbsent(key.id(), key) == null;
    }

    @Override
    public @Nullable ApiKey find(String id) {
        return keys.get(id);
    }

    @Override
    public List<ApiKey> list() {
        return List.copyOf(keys.values());
    }

    @Override
    public void revoke(String id, Instant at) {
        keys.computeIfPresent(
                id, (_, key) -> new ApiKey(key.id(), key.name(), key.roles(), key.hash(), key.createdAt(), at));
    }
}

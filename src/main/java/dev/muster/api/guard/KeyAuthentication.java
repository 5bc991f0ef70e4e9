package dev.muster.api.guard;

import dev.muster.app.access.Access;
import dev.muster.app.access.AccessRole;
import dev.muster.app.access.ApiKey;
import dev.muster.app.access.Keys;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who calls: whoever has the API key in {@code Authorization: Bearer}, on an open server too, and else there its user. What is no
 * key of ours is left to the check of signed tokens.
 */
@ApplicationScoped
class KeyAuthentication implements HttpAuthenticationMechanism {
    /** Before the check of signed tokens, which would refuse a key as a token that is none. */
    private static final int BEFORE_TOKENS = DEFAULT_PRIORITY + 1_000;

    private static final Set<String> ALL = Set.copyOf(AccessRole.words());
    private static final String BEARER = "bearer ";
    private static final Pattern PRINTED = Pattern.compile("[ -~]*");

    private final Access access;

    KeyAuthentication(Access access) {
        this.access = access;
    }

    @Override
    public int getPriority() {
        return BEFORE_TOKENS;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        String key = key(context);
        if (key == null && access.isOpen()) {
            return Uni.createFrom().item(identity(Caller.LOCAL, ALL, Set.of()));
        }
        return key == null
                ? Uni.createFrom().nullItem()
                : identities.authenticate(HttpSecurityUtils.setRoutingContextAttribute(new KeyRequest(key), context));
    }

    private @Nullable String key(RoutingContext context) {
        String header = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            return null;
        }
        String token = header.substring(BEARER.length()).strip();
        // A signed token has three parts with dots between them; a key has none. What cannot be a key is not looked up.
        return token.indexOf('.') < 0 ? (PRINTED.matcher(token).matches() ? token : "") : null;
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(KeyRequest.class);
    }

    /** @param granted what a key gives; none where the caller has none */
    private static SecurityIdentity identity(String name, Set<String> roles, Set<String> granted) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(name))
                .addRoles(roles)
                .addAttribute(Caller.GRANTED, granted)
                .build();
    }

    /** A key that somebody calls with. */
    static final class KeyRequest extends BaseAuthenticationRequest {
        private final String text;

        KeyRequest(String text) {
            this.text = text;
        }
    }

    /** Looks a key up, off the event loop. */
    @ApplicationScoped
    static class KeyIdentities implements IdentityProvider<KeyRequest> {
        private final Keys keys;
        private final Access access;

        KeyIdentities(Keys keys, Access access) {
            this.keys = keys;
            this.access = access;
        }

        @Override
        public Class<KeyRequest> getRequestType() {
            return KeyRequest.class;
        }

        @Override
        public Uni<SecurityIdentity> authenticate(KeyRequest request, AuthenticationRequestContext context) {
            return context.runBlocking(() -> {
                ApiKey key = keys.verify(request.text);
                if (key == null) {
                    throw new AuthenticationFailedException("This is no key, or one that was revoked.");
                }
                // An open server lets everybody do everything; a key says who it is there.
                return identity(key.name(), access.isOpen() ? ALL : key.granted(), key.granted());
            });
        }
    }
}

package dev.muster.app.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.app.config.AuthMode;
import dev.muster.app.config.MusterConfig;
import dev.muster.app.refusal.Refusal;
import java.lang.reflect.Proxy;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who may start a server on loopback, by what its environment says of keys. */
class AccessStartTest {
    private static final String ADMIN = "0123456789abcdef0123456789abcdef";

    @Test
    void program_of_a_run_starts_no_server_that_believes_a_key_of_its_own_making() {
        assertThatThrownBy(() -> access(ADMIN, null, "r7").checkStart())
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("a program that works for the run r7")
                .hasMessageContaining("whose keys count");
        assertThatThrownBy(() -> access(null, "https://id.example", "r7").checkStart())
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("a program that works for the run r7");
    }

    @Test
    void others_start_one_and_programs_one_that_believes_kept_keys_alone() {
        assertThatCode(() -> access(ADMIN, "https://id.example", null).checkStart())
                .doesNotThrowAnyException();
        assertThatCode(() -> access(null, null, "r7").checkStart()).doesNotThrowAnyException();
    }

    private static Access access(@Nullable String adminKey, @Nullable String issuer, @Nullable String run) {
        MusterConfig.Tokens tokens =
                said(MusterConfig.Tokens.class, name -> name.equals("issuer") ? Optional.ofNullable(issuer) : "");
        MusterConfig config = said(MusterConfig.class, name -> switch (name) {
            case "adminKey" -> Optional.ofNullable(adminKey);
            case "auth" -> AuthMode.ELSEWHERE;
            case "host" -> "127.0.0.1";
            case "tokens" -> tokens;
            default -> Optional.empty();
        });
        PersonAtTerminal caller = new PersonAtTerminal() {
            @Override
            public @Nullable String runAtWork() {
                return run;
            }
        };
        return new Access(config, MemoryKeys.keys(), caller);
    }

    private interface Saying {
        Object of(String method);
    }

    private static <T> T said(Class<T> type, Saying saying) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, _) -> saying.of(method.getName())));
    }
}

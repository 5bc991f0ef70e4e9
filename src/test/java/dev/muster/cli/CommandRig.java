package dev.muster.cli;

import dev.muster.app.Muster;
import dev.muster.app.PolicyControl;
import dev.muster.app.access.Keys;
import dev.muster.app.access.MemoryKeys;
import dev.muster.app.access.PersonAtTerminal;
import dev.muster.app.runs.Runs;
import dev.muster.cli.services.Services;
import dev.muster.cli.services.Speaker;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The command line over a fake of what it calls: what a command asks for is kept, and what it is told was said before. Whatever it
 * asks for besides fails the test.
 */
final class CommandRig {
    private final Map<String, Function<List<?>, ?>> answers = new HashMap<>();
    private final List<String> calls = new ArrayList<>();
    private final Keys keys = MemoryKeys.keys();

    /** What came of a command. */
    record Ended(int exitCode, String out, String err) {}

    /** @param call the name of what is asked, such as {@code find} */
    CommandRig answering(String call, Object answer) {
        return answering(call, given -> answer);
    }

    CommandRig answering(String call, Function<List<?>, ?> answer) {
        answers.put(call, answer);
        return this;
    }

    /** What was asked for, in its order: {@code find(p1)}. */
    List<String> calls() {
        return calls;
    }

    Keys keys() {
        return keys;
    }

    Ended run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode =
                Commands.line(List.of(arguments), this::services, out, err).execute(arguments);
        return new Ended(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Services services() {
        return fake(Services.class, (_, asked, given) -> switch (asked.getName()) {
            case "muster" -> fake(Muster.class, this::told);
            case "policies" -> fake(PolicyControl.class, this::told);
            case "runs", "carryingOut" -> fake(Runs.class, this::told);
            case "keys" -> keys;
            case "server", "checkMayKeepKeys", "checkMayCarryOn" -> null;
            case "speaker" -> Speaker.here((String) given[0], null, keys, new PersonAtTerminal() {}, false);
            default -> throw new AssertionError("nobody said what " + asked.getName() + " gives");
        });
    }

    private @Nullable Object told(Object fake, java.lang.reflect.Method asked, Object @Nullable [] given) {
        List<?> values = given == null ? List.of() : Arrays.asList(given);
        calls.add(asked.getName() + "("
                + String.join(", ", values.stream().map(String::valueOf).toList()) + ")");
        Function<List<?>, ?> answer = answers.get(asked.getName());
        if (answer == null) {
            throw new AssertionError("nobody said what " + calls.getLast() + " gives");
        }
        return answer.apply(values);
    }

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}

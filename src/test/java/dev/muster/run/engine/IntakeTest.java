package dev.muster.run.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.agent.executor.Outcome;
import dev.muster.agent.executor.Usage;
import dev.muster.run.accept.Input;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever comes into a run comes in without its secrets, in each of its parts. */
class IntakeTest {
    private static final String PLANTED =
            "it is planted-\u001b[0mvalue-42, see\r\u001b[2K\u001b]0;title\u0007\u202e\u009b1A";

    /** Names that Muster gave itself: they have to come back as they are. */
    private static final Set<String> OURS = Set.of("key", "askId", "step", "gate", "claim", "executor");

    @Test
    void secret_is_masked_in_every_text_of_every_input() throws ReflectiveOperationException {
        Intake.Masked masked = new Intake.Masked(TestWorkplace.MASKING);
        List<Object> inputs = new ArrayList<>();
        kinds(Input.class, inputs);
        assertThat(inputs.size()).isGreaterThan(10);
        for (Object input : inputs) {
            String after = masked.of((Input) input).toString();
            assertThat(after).as(input.toString()).doesNotContain("planted-value-42", "planted-");
            assertThat(after)
                    .as("what a terminal would obey")
                    .doesNotContainPattern("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\u202e]");
            assertThat(count(after, "[masked: SHOP]") + count(after, "session=null"))
                    .as(after)
                    .isGreaterThanOrEqualTo(count(input.toString(), "planted-"));
        }
    }

    @Test
    void choice_is_one_line_that_no_terminal_obeys() {
        Outcome asked = new Outcome.Asked(
                "Which?",
                List.of("a\n    muster approve r1 p/1 pass", "\u001b[2K", " b", "b", ""),
                Usage.UNKNOWN,
                false);
        Input.AttemptResult taken = (Input.AttemptResult)
                new Intake.Masked(TestWorkplace.MASKING).of(new Input.AttemptResult("k", 1, asked));
        assertThat(((Outcome.Asked) taken.outcome()).choices()).containsExactly("a muster approve r1 p/1 pass", "b");
    }

    private static int count(String text, String part) {
        return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
    }

    /** One of each kind, and of each kind of what is in it. */
    private static void kinds(Class<?> type, List<Object> found) throws ReflectiveOperationException {
        if (type.isSealed()) {
            for (Class<?> kind : type.getPermittedSubclasses()) {
                kinds(kind, found);
            }
            return;
        }
        RecordComponent[] parts = type.getRecordComponents();
        int most = 1;
        for (RecordComponent part : parts) {
            most = Math.max(
                    most, variants(part.getGenericType(), part.getName()).size());
        }
        for (int i = 0; i < most; i++) {
            Object[] values = new Object[parts.length];
            for (int p = 0; p < parts.length; p++) {
                List<Object> variants = variants(parts[p].getGenericType(), parts[p].getName());
                values[p] = variants.get(i % variants.size());
            }
            Class<?>[] types =
                    Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            found.add(constructor.newInstance(values));
        }
    }

    private static List<Object> variants(Type type, String name) throws ReflectiveOperationException {
        if (type instanceof ParameterizedType list) {
            return List.of(variants(list.getActualTypeArguments()[0], ""));
        }
        Class<?> plain = (Class<?>) type;
        List<Object> found = new ArrayList<>();
        if (plain == String.class) {
            found.add(OURS.contains(name) ? "ours" : PLANTED);
        } else if (plain == Instant.class) {
            found.add(Instant.EPOCH);
        } else if (plain == boolean.class) {
            found.add(true);
        } else if (plain == long.class || plain == Long.class) {
            found.add(1L);
        } else if (plain == int.class || plain == Integer.class) {
            found.add(1);
        } else if (plain == Double.class) {
            found.add(1.0);
        } else if (plain.isEnum()) {
            found.add(plain.getEnumConstants()[0]);
        } else {
            kinds(plain, found);
        }
        return found;
    }
}

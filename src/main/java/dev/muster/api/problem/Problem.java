package dev.muster.api.problem;

import dev.muster.source.Fault;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Problem details (RFC 9457).
 *
 * @param detail what was found
 * @param advice what to do about it
 * @param value what was sent and cannot be taken
 * @param known what could have been sent
 * @param line where in the body, counted from 1
 * @param faults what is wrong in the policy's files
 */
@RegisterForReflection
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String instance,
        String advice,
        @Nullable String value,
        @Nullable List<String> known,
        @Nullable Integer line,
        @Nullable Integer column,
        @Nullable List<PolicyFault> faults) {

    /** A fault in a file of the policy. */
    @RegisterForReflection
    public record PolicyFault(String file, int line, int column, String message) {
        public static PolicyFault of(Fault fault) {
            return new PolicyFault(
                    fault.place().file(), fault.place().line(), fault.place().column(), fault.message());
        }
    }

    public static Problem of(int status, String kind, String detail, String advice) {
        String words = kind.replace('-', ' ');
        String title = (Character.toUpperCase(words.charAt(0)) + words.substring(1)).replace("json", "JSON");
        return new Problem(
                "urn:problem-type:muster:" + kind, title, status, detail, null, advice, null, null, null, null, null);
    }

    public Problem withInstance(String path) {
        return new Problem(type, title, status, detail, path, advice, value, known, line, column, faults);
    }

    public Problem withValue(String sent) {
        return new Problem(type, title, status, detail, instance, advice, sent, known, line, column, faults);
    }

    Problem withKnown(List<String> names) {
        return new Problem(type, title, status, detail, instance, advice, value, names, line, column, faults);
    }

    public Problem withPlace(int aLine, int aColumn) {
        return new Problem(type, title, status, detail, instance, advice, value, known, aLine, aColumn, faults);
    }

    Problem withFaults(List<Fault> found) {
        List<PolicyFault> all = found.stream().map(PolicyFault::of).toList();
        return new Problem(type, title, status, detail, instance, advice, value, known, line, column, all);
    }
}

package dev.muster.app;

import dev.muster.source.Fault;
import dev.muster.source.Nearest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why Muster did not do what it was asked. The message says what was found, {@link #advice} what to do about it; each kind
 * carries its values, so that a door can show them in its own way.
 */
public abstract sealed class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String advice;

    private Refusal(String message, String advice) {
        super(message);
        this.advice = advice;
    }

    private Refusal(String message, String advice, Throwable cause) {
        super(message, cause);
        this.advice = advice;
    }

    /** What was found. Never null, unlike the message of any exception. */
    public String found() {
        String message = getMessage();
        return message == null ? "" : message;
    }

    public String advice() {
        return advice;
    }

    /** A short word for the kind of refusal, for programs. */
    public String kind() {
        return switch (this) {
            case EmptyText _ -> "empty-text";
            case TextTooLong _ -> "text-too-long";
            case UnknownPack _ -> "unknown-pack";
            case BrokenPolicy _ -> "broken-policy";
            case NoSuchPlan _ -> "no-such-plan";
            case NoSuchFolder _ -> "no-such-folder";
            case StoreOutOfReach _ -> "store-out-of-reach";
        };
    }

    /** Nothing to plan. */
    public static final class EmptyText extends Refusal {
        public EmptyText() {
            super("The task is empty.", "Say in a sentence or more what is to be done.");
        }
    }

    /** More text than a task can have. */
    public static final class TextTooLong extends Refusal {
        private final long bytes;
        private final long maxBytes;

        public TextTooLong(long bytes, long maxBytes) {
            super(
                    "The task has " + bytes + " bytes of text; at most " + maxBytes + " are read.",
                    "Keep to what is to be done; leave out logs and attachments.");
            this.bytes = bytes;
            this.maxBytes = maxBytes;
        }

        public long bytes() {
            return bytes;
        }

        public long maxBytes() {
            return maxBytes;
        }
    }

    /** A pack that is not there. */
    public static final class UnknownPack extends Refusal {
        private final String name;
        private final transient List<String> known;

        public UnknownPack(String name, List<String> known) {
            super(
                    "There is no policy pack \"" + name + "\".",
                    known.isEmpty()
                            ? "There are no packs at all: a pack is a folder with a pack.yaml in the rules folder."
                            : ("Name one that is there." + Nearest.hint(name, known)));
            this.name = name;
            this.known = List.copyOf(known);
        }

        public String name() {
            return name;
        }

        public List<String> known() {
            return known;
        }
    }

    /** A pack whose files cannot be used as they are. */
    public static final class BrokenPolicy extends Refusal {
        private final String pack;
        private final transient List<Fault> faults;

        public BrokenPolicy(String pack, List<Fault> faults) {
            super(
                    "The policy pack \"" + pack + "\" has "
                            + (faults.size() == 1 ? "a fault" : faults.size() + " faults")
                            + ", so nothing is planned by it.",
                    "Correct each place; `muster policy check` looks at all of it again.");
            this.pack = pack;
            this.faults = List.copyOf(faults);
        }

        public String pack() {
            return pack;
        }

        public List<Fault> faults() {
            return faults;
        }
    }

    /** A plan that nobody stored. */
    public static final class NoSuchPlan extends Refusal {
        private final String id;

        public NoSuchPlan(String id) {
            super("There is no plan \"" + id + "\".", "`muster plans` and GET /api/plans list what is there.");
            this.id = id;
        }

        public String id() {
            return id;
        }
    }

    /** A folder that was named and is not there. */
    public static final class NoSuchFolder extends Refusal {
        private final String path;

        public NoSuchFolder(String path, String namedBy) {
            super("There is no folder " + path + ".", "It was named by " + namedBy + "; name one that is there.");
            this.path = path;
        }

        public String path() {
            return path;
        }
    }

    /** Plans cannot be kept or read where they are kept. */
    public static final class StoreOutOfReach extends Refusal {
        private final String where;

        public StoreOutOfReach(String where, String why, @Nullable Throwable cause) {
            super(
                    "Plans cannot be kept in " + where + ": " + why,
                    "Name another folder with --data or MUSTER_DATA, or plan with --no-store.",
                    cause == null ? new IllegalStateException(why) : cause);
            this.where = where;
        }

        public String where() {
            return where;
        }
    }
}

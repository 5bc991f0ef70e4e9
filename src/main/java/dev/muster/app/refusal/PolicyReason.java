package dev.muster.app.refusal;

import dev.muster.source.Fault;
import dev.muster.source.Nearest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a policy cannot be used, found, begun or changed. */
public sealed interface PolicyReason extends Reason {
    /** A pack whose files cannot be used as they are. */
    record BrokenPolicy(String pack, List<Fault> faults) implements PolicyReason {
        public BrokenPolicy {
            faults = List.copyOf(faults);
        }

        @Override
        public String kind() {
            return "broken-policy";
        }

        @Override
        public String found() {
            String count = faults.size() == 1 ? "a fault" : faults.size() + " faults";
            return "The policy pack \"" + pack + "\" has " + count + ", so nothing is planned by it.";
        }

        @Override
        public String advice() {
            return "Correct each place; `muster policy check` looks at all of it again.";
        }

        @Override
        public List<String> details() {
            return faults.stream().map(String::valueOf).toList();
        }
    }

    /** Something new that cannot be begun. */
    record CannotBegin(String name, String why) implements PolicyReason {
        @Override
        public String kind() {
            return "cannot-begin";
        }

        @Override
        public String found() {
            return "\"" + name + "\" cannot be begun: " + why;
        }

        @Override
        public String advice() {
            return "`muster policy new --help` shows what can be begun, with examples.";
        }
    }

    /** A state of the policy that was named and is nowhere. */
    record NothingToCompare(String where, String why) implements PolicyReason {
        @Override
        public String kind() {
            return "nothing-to-compare";
        }

        @Override
        public String found() {
            return "\"" + where + "\" is no folder and no version of the pack that is kept, and " + why + ".";
        }

        @Override
        public String advice() {
            return "Name a folder with rules, a version, or a commit, branch or tag of the repository that the rules are in.";
        }
    }

    /** A pack that was asked about and is not there. */
    record NoSuchPack(String name, List<String> known) implements PolicyReason {
        public NoSuchPack {
            known = List.copyOf(known);
        }

        @Override
        public String kind() {
            return "no-such-pack";
        }

        @Override
        public String found() {
            return "There is no policy pack \"" + name + "\".";
        }

        @Override
        public String advice() {
            return "GET /api/policies lists what is there." + Nearest.hint(name, known);
        }
    }

    /** A pack that is there for those that extend it, and was asked to do what only packs that plan do. */
    record SharedPack(String name, List<String> known) implements PolicyReason {
        public SharedPack {
            known = List.copyOf(known);
        }

        @Override
        public String kind() {
            return "shared-pack";
        }

        @Override
        public String found() {
            return "The policy pack \"" + name
                    + "\" does not plan (plans: false in its pack.yaml): other packs extend it.";
        }

        @Override
        public String advice() {
            return "Name one that plans" + (known.isEmpty() ? "." : ": " + String.join(", ", known) + ".");
        }
    }

    /** A version of a pack that nobody kept. */
    record NoSuchVersion(String pack, String version, List<String> known) implements PolicyReason {
        public NoSuchVersion {
            known = List.copyOf(known);
        }

        @Override
        public String kind() {
            return "no-such-version";
        }

        @Override
        public String found() {
            return "There is no version \"" + version + "\" of the policy pack \"" + pack + "\".";
        }

        @Override
        public String advice() {
            return "Versions are kept once they are served; `muster policy versions " + pack + "` lists them."
                    + Nearest.hint(version, known);
        }
    }

    /**
     * Files of a pack that cannot take the place of what is served.
     *
     * @param served the version that stays; null where there is none
     */
    record ReloadRefused(String pack, @Nullable String served, List<Fault> faults) implements PolicyReason {
        public ReloadRefused {
            faults = List.copyOf(faults);
        }

        @Override
        public String kind() {
            return "reload-refused";
        }

        @Override
        public String found() {
            String stays = served == null ? "nothing is planned by it." : "it stays at version " + served + ".";
            return "The files of the policy pack \"" + pack + "\" cannot be used; " + stays;
        }

        @Override
        public String advice() {
            return "Correct each place; `muster policy check` and `muster policy test` look at all of it again.";
        }
    }

    /** Files that somebody goes on writing to. */
    record FilesMoving() implements PolicyReason {
        @Override
        public String kind() {
            return "files-moving";
        }

        @Override
        public String found() {
            return "The files of rules and agents change faster than they can be read.";
        }

        @Override
        public String advice() {
            return "Try again when whatever writes to them has ended; nothing was changed.";
        }
    }

    /** A folder that was named and is not there. */
    record NoSuchFolder(String path, String namedBy) implements PolicyReason {
        @Override
        public String kind() {
            return "no-such-folder";
        }

        @Override
        public String found() {
            return "There is no folder " + path + ".";
        }

        @Override
        public String advice() {
            return "It was named by " + namedBy + "; name one that is there.";
        }

        @Override
        public String foundOutside() {
            return "A folder that the server was started with is not there.";
        }

        @Override
        public String adviceOutside() {
            return "Whoever runs the server finds the rest in its log, under the request's id.";
        }
    }

    /** A folder of rules that was named and holds none. */
    record NoPack(String path, boolean isPack) implements PolicyReason {
        @Override
        public String kind() {
            return "no-pack";
        }

        @Override
        public String found() {
            return isPack
                    ? "The folder " + path + " is a pack itself, not a folder of packs."
                    : "The folder " + path + " holds no pack: no folder with pack.yaml in it.";
        }

        @Override
        public String advice() {
            return isPack
                    ? "Name the folder that it is in with --rules or MUSTER_RULES."
                    : "Name another with --rules or MUSTER_RULES, or begin a pack: muster policy new pack NAME --rules "
                            + path + ".";
        }

        @Override
        public String foundOutside() {
            return "The folder of rules that the server was started with holds no pack.";
        }

        @Override
        public String adviceOutside() {
            return "Whoever runs the server finds the rest in its log, under the request's id.";
        }
    }

    /** A folder of rules or agents that cannot be read. */
    record UnreadableFolder(String path, String why) implements PolicyReason {
        @Override
        public String kind() {
            return "unreadable-folder";
        }

        @Override
        public String found() {
            return why;
        }

        @Override
        public String advice() {
            return "See who may read " + path + ", and that its links lead somewhere.";
        }

        @Override
        public String foundOutside() {
            return "A folder that the server reads cannot be read.";
        }

        @Override
        public String adviceOutside() {
            return "Whoever runs the server finds the rest in its log, under the request's id.";
        }
    }
}

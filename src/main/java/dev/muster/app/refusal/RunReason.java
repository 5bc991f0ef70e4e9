package dev.muster.app.refusal;

import dev.muster.source.Fault;
import java.util.List;

/** Why a run is not begun, or does not take what somebody says to it. */
public sealed interface RunReason extends Reason {
    /** What the operator wrote cannot be used as it is. */
    record BrokenOperatorFile(String file, List<Fault> faults) implements RunReason {
        public BrokenOperatorFile {
            faults = List.copyOf(faults);
        }

        @Override
        public String kind() {
            return "broken-operator-file";
        }

        @Override
        public String found() {
            String count = faults.size() == 1 ? "a fault" : faults.size() + " faults";
            return "The operator's configuration " + file + " has " + count + ", so nothing is started by it.";
        }

        @Override
        public String advice() {
            return "Correct each place; docs/executors.md has an example.";
        }

        @Override
        public String foundOutside() {
            return "The operator's configuration of this server has faults, so nothing is started by it.";
        }

        @Override
        public String adviceOutside() {
            return "Whoever runs the server finds the rest in its log, under the request's id.";
        }

        @Override
        public List<String> details() {
            return faults.stream().map(String::valueOf).toList();
        }
    }

    /** The operator's configuration was named and cannot be read. */
    record NoOperatorFile(String file, String why) implements RunReason {
        @Override
        public String kind() {
            return "no-operator-file";
        }

        @Override
        public String found() {
            return "The operator's configuration " + file + " cannot be read: " + why + ".";
        }

        @Override
        public String advice() {
            return "Name a file that is there with --operator or MUSTER_OPERATOR; without either, operator.yaml in the data"
                    + " folder is read if it is there.";
        }

        @Override
        public String foundOutside() {
            return "The operator's configuration of this server cannot be read.";
        }

        @Override
        public String adviceOutside() {
            return "Whoever runs the server finds the rest in its log, under the request's id.";
        }
    }

    /** A run that nobody started. */
    record NoSuchRun(String id) implements RunReason {
        @Override
        public String kind() {
            return "no-such-run";
        }

        @Override
        public String found() {
            return "There is no run \"" + id + "\".";
        }

        @Override
        public String advice() {
            return "`muster runs` and GET /api/runs list what is there.";
        }
    }

    /**
     * Something that a run does not take, or no longer.
     *
     * @param word why: stale, unknown, not-allowed, invalid, ended
     */
    record NotTaken(String word, String why) implements RunReason {
        @Override
        public String kind() {
            return "not-taken";
        }

        @Override
        public String found() {
            return why;
        }

        @Override
        public String advice() {
            return "`muster inbox` (GET /api/inbox) shows what runs wait for and how it is said, `muster runs` (GET /api/runs) where they are.";
        }
    }

    /** Agents that nobody knows how to call. */
    record NobodyToCall(List<String> why) implements RunReason {
        public NobodyToCall {
            why = List.copyOf(why);
        }

        @Override
        public String kind() {
            return "nobody-to-call";
        }

        @Override
        public String found() {
            return String.join(" ", why);
        }

        @Override
        public String advice() {
            return "Correct the operator's configuration, or rehearse the plan.";
        }
    }

    /** What a person says without being named. */
    record NobodyNamed() implements RunReason {
        @Override
        public String kind() {
            return "nobody-named";
        }

        @Override
        public String found() {
            return "Nobody is named, and a run records who did what.";
        }

        @Override
        public String advice() {
            return "Say who you are with --as or in the field \"by\".";
        }
    }

    /** A folder that runs may not work in. */
    record WorkspaceNotAllowed(String path) implements RunReason {
        @Override
        public String kind() {
            return "workspace-not-allowed";
        }

        @Override
        public String found() {
            return "Runs may not work in " + path + " on this server.";
        }

        @Override
        public String advice() {
            return "Name a folder below one of the `workspaces` in the operator's configuration, or none for an empty one.";
        }
    }

    /** A folder that a run was to work in and that is not there. */
    record NoSuchWorkspace(String path) implements RunReason {
        @Override
        public String kind() {
            return "no-such-workspace";
        }

        @Override
        public String found() {
            return "There is no folder \"" + path + "\" to work in.";
        }

        @Override
        public String advice() {
            return "Name one that is there in \"workspace\", or none for an empty one.";
        }
    }
}

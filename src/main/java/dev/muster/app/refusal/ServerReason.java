package dev.muster.app.refusal;

import java.util.List;

/** Why a server does not start, cannot be reached, or does not do what it is asked. */
public sealed interface ServerReason extends Reason {
    /** Settings with which nothing can be started. */
    record WrongSettings(List<SettingFault> faults) implements ServerReason {
        public WrongSettings {
            faults = List.copyOf(faults);
        }

        @Override
        public String kind() {
            return "wrong-settings";
        }

        @Override
        public String found() {
            return faults.size() == 1
                    ? "A setting is wrong, so nothing was started."
                    : faults.size() + " settings are wrong, so nothing was started.";
        }

        @Override
        public String advice() {
            return "docs/configuration.md says what each can be.";
        }

        @Override
        public List<String> details() {
            return faults.stream().map(String::valueOf).toList();
        }
    }

    /** A port that somebody else listens on. */
    record PortTaken(int port) implements ServerReason {
        @Override
        public String kind() {
            return "port-taken";
        }

        @Override
        public String found() {
            return "Port " + port + " is taken by another program.";
        }

        @Override
        public String advice() {
            return "Stop that program, or choose another port with --port or MUSTER_PORT; 0 takes any that is free.";
        }
    }

    /** An address that is somebody else's. */
    record NotOurAddress(String host) implements ServerReason {
        @Override
        public String kind() {
            return "not-our-address";
        }

        @Override
        public String found() {
            return "No address of this machine is called \"" + host + "\".";
        }

        @Override
        public String advice() {
            return "Give --host or MUSTER_HOST one of its own; without it, Muster listens on 127.0.0.1.";
        }
    }

    /** A server that does not answer, or not as one of ours would. */
    record ServerOutOfReach(String address, String why) implements ServerReason {
        @Override
        public String kind() {
            return "server-out-of-reach";
        }

        @Override
        public String found() {
            return "The server at " + address + " cannot be asked: " + why;
        }

        @Override
        public String advice() {
            return "See whether it runs; without --server and MUSTER_URL this process does the work itself.";
        }
    }

    /**
     * What a server said to a request, in its own words.
     *
     * @param word the kind of problem, such as {@code no-such-run}; empty where it is none of Muster's
     * @param hints what it says beside: values that could have been sent, faults in files
     */
    record ToldByServer(int status, String word, String found, String advice, List<String> hints)
            implements ServerReason {
        public ToldByServer {
            hints = List.copyOf(hints);
        }

        @Override
        public String kind() {
            return word.isEmpty() ? "told-by-server" : word;
        }

        @Override
        public List<String> details() {
            return hints;
        }
    }

    /** A server that did not let the caller in. */
    record NotAllowed(String address, String why) implements ServerReason {
        @Override
        public String kind() {
            return "not-allowed";
        }

        @Override
        public String found() {
            return "The server at " + address + " refused: " + why;
        }

        @Override
        public String advice() {
            return "Set MUSTER_KEY to a key that may do this; whoever runs the server makes one with `muster keys new`.";
        }
    }
}

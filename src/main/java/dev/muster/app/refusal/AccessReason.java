package dev.muster.app.refusal;

import dev.muster.source.Nearest;
import java.util.List;

/** Why somebody may not do what they want, or is not known. */
public sealed interface AccessReason extends Reason {
    /** A person's word that a program could have said. */
    record KeyNeeded(String why) implements AccessReason {
        @Override
        public String kind() {
            return "key-needed";
        }

        @Override
        public String found() {
            return why;
        }

        @Override
        public String advice() {
            return """
                    Say it with a key, which programs at work are never given: \
                    `muster keys new NAME --role approver --role submitter`, then `export MUSTER_KEY=…` and say it again (over REST: \
                    Authorization: Bearer …). Without a server, a terminal that was open before the run began will do. \
                    docs/access.md has the rest.""";
        }
    }

    /** A review that a program could fetch in a worker's name. */
    record WorkersKeyNeeded(String why) implements AccessReason {
        @Override
        public String kind() {
            return "workers-key-needed";
        }

        @Override
        public String found() {
            return why;
        }

        @Override
        public String advice() {
            return """
                    Give each worker a key, which programs at work are never given: `muster keys new NAME --role worker`; it sends \
                    Authorization: Bearer …. docs/access.md has the rest.""";
        }
    }

    /** A key that nobody can say anything with. */
    record NoSuchCaller() implements AccessReason {
        @Override
        public String kind() {
            return "no-such-caller";
        }

        @Override
        public String found() {
            return "The key in MUSTER_KEY is none of this data folder, or was revoked.";
        }

        @Override
        public String advice() {
            return "Make one with `muster keys new NAME --role approver`, or unset MUSTER_KEY.";
        }
    }

    /** A name that is not that of the key. */
    record NotYourName(String said, String name) implements AccessReason {
        @Override
        public String kind() {
            return "not-your-name";
        }

        @Override
        public String found() {
            return "--as says \"" + said + "\", and the key in MUSTER_KEY is that of \"" + name + "\".";
        }

        @Override
        public String advice() {
            return "Leave --as out: what you say is recorded under the name of your key.";
        }
    }

    /** A program that works for a run, and wants what is a person's. */
    record ProgramAtWork(String run, String what) implements AccessReason {
        @Override
        public String kind() {
            return "program-at-work";
        }

        @Override
        public String found() {
            return "This is called by a program that works for the run " + run + ", and " + what
                    + " is a person's to do.";
        }

        @Override
        public String advice() {
            return "Do it at a terminal of your own.";
        }
    }

    /** Something that is a person's, wanted by somebody who could be a program of a run. */
    record ProgramsCouldCall(String run, String what) implements AccessReason {
        @Override
        public String kind() {
            return "programs-could-call";
        }

        @Override
        public String found() {
            return "Programs work for the run " + run + ", and " + what
                    + " is a person's to do: only at a terminal that was open before that run began is it known that none of them is there.";
        }

        @Override
        public String advice() {
            return "Do it at such a terminal, with the key of an admin in MUSTER_KEY, or once the run has ended.";
        }
    }

    /** A server that would answer to anybody on the network. */
    record NoAuthentication(String host) implements AccessReason {
        @Override
        public String kind() {
            return "no-authentication";
        }

        @Override
        public String found() {
            return "Listening on " + host + " would let everybody who reaches it plan, run and change policies.";
        }

        @Override
        public String advice() {
            return "Make a key with `muster keys new NAME --role admin`, or set MUSTER_ADMIN_KEY or MUSTER_TOKENS_ISSUER; or listen"
                    + " on 127.0.0.1. docs/access.md has the rest.";
        }
    }

    /** An admin's key that could be guessed. */
    record AdminKeyTooShort(int length, int shortest) implements AccessReason {
        @Override
        public String kind() {
            return "admin-key-too-short";
        }

        @Override
        public String found() {
            return "MUSTER_ADMIN_KEY has " + length + " characters, and could be guessed.";
        }

        @Override
        public String advice() {
            return "Take at least " + shortest + " random ones, such as `openssl rand -hex 32` gives.";
        }
    }

    /** A name that a key in use has. */
    record KeyNameTaken(String name) implements AccessReason {
        @Override
        public String kind() {
            return "key-name-taken";
        }

        @Override
        public String found() {
            return "A key named \"" + name + "\" is in use, and what callers do is recorded under their name.";
        }

        @Override
        public String advice() {
            return "Take another name, or revoke that key first: `muster keys revoke " + name + "`.";
        }
    }

    /** A key that is not in use. */
    record NoSuchKey(String name, List<String> known) implements AccessReason {
        public NoSuchKey {
            known = List.copyOf(known);
        }

        @Override
        public String kind() {
            return "no-such-key";
        }

        @Override
        public String found() {
            return "No key \"" + name + "\" is in use.";
        }

        @Override
        public String advice() {
            return "`muster keys list` shows them." + Nearest.hint(name, known);
        }
    }
}

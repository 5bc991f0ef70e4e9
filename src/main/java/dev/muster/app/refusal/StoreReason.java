package dev.muster.app.refusal;

/** Why something is not kept, read, backed up or restored. */
public sealed interface StoreReason extends Reason {
    /** Plans cannot be kept, or read, where they are kept. */
    record StoreOutOfReach(String folder, String why, Obstacle obstacle) implements StoreReason {
        public StoreOutOfReach(String folder, String why) {
            this(folder, why, Obstacle.AWAY);
        }

        @Override
        public String kind() {
            return "store-out-of-reach";
        }

        @Override
        public String found() {
            return "Plans cannot be kept in " + folder + ": " + why;
        }

        @Override
        public String advice() {
            return "Name another folder with --data or MUSTER_DATA, or plan with --no-store.";
        }

        @Override
        public String foundOutside() {
            return "What Muster keeps cannot be used now: " + obstacle.words() + ".";
        }

        @Override
        public String adviceOutside() {
            return "Send the request again later. Whoever runs the server finds the rest in its log, under the request's id.";
        }
    }

    /** What keeps something from being read or written, in words that give nothing away. */
    enum Obstacle {
        AWAY("it does not answer"),
        GONE("its file is gone"),
        FULL("its disk is full"),
        LOCKED("another program has it locked"),
        READ_ONLY("it can be read and not written");

        private final String words;

        Obstacle(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** The store did not do what it was asked, and not because it is away: a fault of Muster's own. */
    record StoreFailed(String why) implements StoreReason {
        @Override
        public String kind() {
            return "store-failed";
        }

        @Override
        public String found() {
            return "What Muster keeps could not be read or written: " + why;
        }

        @Override
        public String advice() {
            return "Please report it with the log.";
        }

        @Override
        public String foundOutside() {
            return "What Muster keeps could not be read or written.";
        }

        @Override
        public String adviceOutside() {
            return "Please report it to whoever runs the server, with the request's id.";
        }
    }

    /** A text that cannot be kept as it is. */
    record UnusableText(String why) implements StoreReason {
        @Override
        public String kind() {
            return "unusable-text";
        }

        @Override
        public String found() {
            return "A text in it cannot be kept: " + why;
        }

        @Override
        public String advice() {
            return "Take out the characters that are no text, such as NUL, and numbers that are out of all proportion.";
        }

        @Override
        public String foundOutside() {
            return "A text in the request cannot be kept as it is.";
        }
    }

    /** Two changed the same thing at the same time, and the other was first. */
    record ChangedMeanwhile(String what) implements StoreReason {
        @Override
        public String kind() {
            return "changed-meanwhile";
        }

        @Override
        public String found() {
            return what + " was changed by somebody else at the same moment; this change was not made.";
        }

        @Override
        public String advice() {
            return "Look at what is there now, and send the change again if it is still wanted.";
        }
    }

    /** A database that is none of those that Muster can use. */
    record NoSuchDatabase(String url) implements StoreReason {
        @Override
        public String kind() {
            return "no-such-database";
        }

        @Override
        public String found() {
            return "\"" + url + "\" is no database that Muster can use.";
        }

        @Override
        public String advice() {
            return "Write jdbc:postgresql://HOST:PORT/DATABASE in MUSTER_DATABASE, with MUSTER_DATABASE_USER and"
                    + " MUSTER_DATABASE_PASSWORD; without it a file in the data folder is used.";
        }
    }

    /** A database server that cannot be used now. */
    record DatabaseOutOfReach(String url, String why, Obstacle obstacle) implements StoreReason {
        @Override
        public String kind() {
            return "database-out-of-reach";
        }

        @Override
        public String found() {
            return "The database " + url + " cannot be used: " + why;
        }

        @Override
        public String advice() {
            return "See that it runs, and that MUSTER_DATABASE, MUSTER_DATABASE_USER and MUSTER_DATABASE_PASSWORD are right.";
        }

        @Override
        public String foundOutside() {
            return "What Muster keeps cannot be used now: " + obstacle.words() + ".";
        }

        @Override
        public String adviceOutside() {
            return "Send the request again later. Whoever runs the server finds the rest in its log, under the request's id.";
        }
    }

    /** A data folder that a running server has; its address is empty where it did not say it yet. */
    record FolderTaken(String folder, String address) implements StoreReason {
        @Override
        public String kind() {
            return "folder-taken";
        }

        @Override
        public String found() {
            String where = address.isEmpty() ? "." : "; it listens on " + address + ".";
            return "Another server has the data folder " + folder + where;
        }

        @Override
        public String advice() {
            return "Stop it, or name another folder with --data or MUSTER_DATA.";
        }
    }

    /** A backup that was not made. */
    record NotBackedUp(String found, String advice) implements StoreReason {
        @Override
        public String kind() {
            return "not-backed-up";
        }
    }

    /** A backup out of which nothing was made. */
    record NotRestored(String found, String advice) implements StoreReason {
        @Override
        public String kind() {
            return "not-restored";
        }
    }
}

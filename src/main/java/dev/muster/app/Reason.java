package dev.muster.app;

import dev.muster.app.settings.SettingFault;
import dev.muster.source.Fault;
import dev.muster.source.Nearest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why something was refused. A new kind of reason breaks the build at every door until it says how it looks there. */
public sealed interface Reason {
    /** What was found, where. */
    String found();

    /** What to do about it. */
    String advice();

    /** What callers of a server are told was found: what the server is inside, and where its files lie, is not theirs to know. */
    default String foundOutside() {
        return found();
    }

    /** What callers of a server can do about it. */
    default String adviceOutside() {
        return advice();
    }

    /** A word for the kind of reason, for programs: {@code unknown-pack}. */
    default String kind() {
        return getClass().getSimpleName().replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** Nothing to plan. */
    record EmptyText() implements Reason {
        @Override
        public String found() {
            return "The task is empty.";
        }

        @Override
        public String advice() {
            return "Say in a sentence or more what is to be done.";
        }
    }

    /** More text than a task can have. */
    record TextTooLong(long bytes, long maxBytes) implements Reason {
        @Override
        public String found() {
            return "The task has " + bytes + " bytes of text; at most " + maxBytes + " are read.";
        }

        @Override
        public String advice() {
            return "Keep to what is to be done; leave out logs and attachments.";
        }
    }

    /** A pack that is not there. */
    record UnknownPack(String name, List<String> known) implements Reason {
        public UnknownPack {
            known = List.copyOf(known);
        }

        @Override
        public String found() {
            return "There is no policy pack \"" + name + "\".";
        }

        @Override
        public String advice() {
            return known.isEmpty()
                    ? "There are no packs at all: a pack is a folder with a pack.yaml in the rules folder."
                    : "Name one that is there." + Nearest.hint(name, known);
        }
    }

    /** A pack whose files cannot be used as they are. */
    record BrokenPolicy(String pack, List<Fault> faults) implements Reason {
        public BrokenPolicy {
            faults = List.copyOf(faults);
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
    }

    /** What the operator wrote cannot be used as it is. */
    record BrokenOperatorFile(String file, List<Fault> faults) implements Reason {
        public BrokenOperatorFile {
            faults = List.copyOf(faults);
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
    }

    /** The operator's configuration was named and cannot be read. */
    record NoOperatorFile(String file, String why) implements Reason {
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

    /** Settings with which nothing can be started. */
    record WrongSettings(List<SettingFault> faults) implements Reason {
        public WrongSettings {
            faults = List.copyOf(faults);
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
    }

    /** A plan that nobody stored. */
    record NoSuchPlan(String id) implements Reason {
        @Override
        public String found() {
            return "There is no plan \"" + id + "\".";
        }

        @Override
        public String advice() {
            return "`muster plans` and GET /api/plans list what is there.";
        }
    }

    /** A plan that asks something before it can be run. */
    record PlanNotReady(String id, List<String> questions) implements Reason {
        public PlanNotReady {
            questions = List.copyOf(questions);
        }

        @Override
        public String found() {
            return "The plan \"" + id + "\" cannot be run yet: it asks " + String.join(", ", questions) + ".";
        }

        @Override
        public String advice() {
            return "Answer with `muster answer " + id + "` or POST /api/plans/" + id + "/answers.";
        }
    }

    /** A run that nobody started. */
    record NoSuchRun(String id) implements Reason {
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
    record NotTaken(String word, String why) implements Reason {
        @Override
        public String found() {
            return why;
        }

        @Override
        public String advice() {
            return "`muster inbox` (GET /api/inbox) shows what runs wait for and how it is said, `muster runs` (GET /api/runs) where they are.";
        }
    }

    /** A person's word that a program could have said. */
    record KeyNeeded(String why) implements Reason {
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
    record WorkersKeyNeeded(String why) implements Reason {
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
    record NoSuchCaller() implements Reason {
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
    record NotYourName(String said, String name) implements Reason {
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
    record ProgramAtWork(String run, String what) implements Reason {
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
    record ProgramsCouldCall(String run, String what) implements Reason {
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

    /** Agents that nobody knows how to call. */
    record NobodyToCall(List<String> why) implements Reason {
        public NobodyToCall {
            why = List.copyOf(why);
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
    record NobodyNamed() implements Reason {
        @Override
        public String found() {
            return "Nobody is named, and a run records who did what.";
        }

        @Override
        public String advice() {
            return "Say who you are with --as or in the field \"by\".";
        }
    }

    /** Something new that cannot be begun. */
    record CannotBegin(String name, String why) implements Reason {
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
    record NothingToCompare(String where, String why) implements Reason {
        @Override
        public String found() {
            return "\"" + where + "\" is no folder and no version of the pack that is kept, and " + why + ".";
        }

        @Override
        public String advice() {
            return "Name a folder with rules, a version, or a commit, branch or tag of the repository that the rules are in.";
        }
    }

    /** Something that was asked about and that neither the policy nor the plan has. */
    record UnknownSubject(String about, List<String> known) implements Reason {
        public UnknownSubject {
            known = List.copyOf(known);
        }

        @Override
        public String found() {
            return about.isBlank() ? "Nothing was asked about." : "Nothing is called \"" + about + "\".";
        }

        @Override
        public String advice() {
            return "Name an agent, a review, an escalation, a question, a trigger, a task type or a step, as in"
                    + " security-guardian or review:security." + Nearest.hint(about, known);
        }
    }

    /** A pack that was asked about and is not there. */
    record NoSuchPack(String name, List<String> known) implements Reason {
        public NoSuchPack {
            known = List.copyOf(known);
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

    /** A version of a pack that nobody kept. */
    record NoSuchVersion(String pack, String version, List<String> known) implements Reason {
        public NoSuchVersion {
            known = List.copyOf(known);
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
    record ReloadRefused(String pack, @Nullable String served, List<Fault> faults) implements Reason {
        public ReloadRefused {
            faults = List.copyOf(faults);
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
    record FilesMoving() implements Reason {
        @Override
        public String found() {
            return "The files of rules and agents change faster than they can be read.";
        }

        @Override
        public String advice() {
            return "Try again when whatever writes to them has ended; nothing was changed.";
        }
    }

    /** An answer to what a plan does not ask. */
    record UnknownQuestion(String question, List<String> known) implements Reason {
        public UnknownQuestion {
            known = List.copyOf(known);
        }

        @Override
        public String found() {
            return "The plan has no question \"" + question + "\".";
        }

        @Override
        public String advice() {
            return known.isEmpty()
                    ? "It asks nothing."
                    : "It asks: " + String.join(", ", known) + "." + Nearest.hint(question, known);
        }
    }

    /** An answer that is none of those to choose from. */
    record NoChoice(String answer, List<String> choices) implements Reason {
        public NoChoice {
            choices = List.copyOf(choices);
        }

        @Override
        public String found() {
            return "\"" + answer + "\" is none of the choices.";
        }

        @Override
        public String advice() {
            return "Choose one of: " + String.join("; ", choices) + "." + Nearest.hint(answer, choices);
        }
    }

    /** A folder that was named and is not there. */
    record NoSuchFolder(String path, String namedBy) implements Reason {
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
    record NoPack(String path, boolean isPack) implements Reason {
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

    /** A folder that runs may not work in. */
    record WorkspaceNotAllowed(String path) implements Reason {
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
    record NoSuchWorkspace(String path) implements Reason {
        @Override
        public String found() {
            return "There is no folder \"" + path + "\" to work in.";
        }

        @Override
        public String advice() {
            return "Name one that is there in \"workspace\", or none for an empty one.";
        }
    }

    /** A folder of rules or agents that cannot be read. */
    record UnreadableFolder(String path, String why) implements Reason {
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

    /** Plans cannot be kept, or read, where they are kept. */
    record StoreOutOfReach(String folder, String why, Obstacle obstacle) implements Reason {
        public StoreOutOfReach(String folder, String why) {
            this(folder, why, Obstacle.AWAY);
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
    record StoreFailed(String why) implements Reason {
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
    record UnusableText(String why) implements Reason {
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
    record ChangedMeanwhile(String what) implements Reason {
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
    record NoSuchDatabase(String url) implements Reason {
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
    record DatabaseOutOfReach(String url, String why, Obstacle obstacle) implements Reason {
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
    record FolderTaken(String folder, String address) implements Reason {
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

    /** A port that somebody else listens on. */
    record PortTaken(int port) implements Reason {
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
    record NotOurAddress(String host) implements Reason {
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
    record ServerOutOfReach(String address, String why) implements Reason {
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
    record ToldByServer(int status, String word, String found, String advice, List<String> hints) implements Reason {
        public ToldByServer {
            hints = List.copyOf(hints);
        }

        @Override
        public String kind() {
            return word.isEmpty() ? "told-by-server" : word;
        }
    }

    /** A server that would answer to anybody on the network. */
    record NoAuthentication(String host) implements Reason {
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

    /** A backup that was not made. */
    record NotBackedUp(String found, String advice) implements Reason {}

    /** A backup out of which nothing was made. */
    record NotRestored(String found, String advice) implements Reason {}

    /** An admin's key that could be guessed. */
    record AdminKeyTooShort(int length, int shortest) implements Reason {
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
    record KeyNameTaken(String name) implements Reason {
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
    record NoSuchKey(String name, List<String> known) implements Reason {
        public NoSuchKey {
            known = List.copyOf(known);
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

    /** A server that did not let the caller in. */
    record NotAllowed(String address, String why) implements Reason {
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

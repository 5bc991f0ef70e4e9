package dev.muster.cli.services;

import dev.muster.app.access.AccessRole;
import dev.muster.app.access.ApiKey;
import dev.muster.app.access.Keys;
import dev.muster.app.access.PersonAtTerminal;
import dev.muster.app.refusal.AccessReason;
import dev.muster.app.refusal.Refusal;
import dev.muster.app.runs.RunSummary;
import dev.muster.app.runs.Signature;
import dev.muster.run.event.Proof;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whoever gives a command: under which name that is recorded, and how it is known that it is a person. */
public final class Speaker {
    private final String name;
    private final Set<String> granted;
    private final PersonAtTerminal person;
    private final boolean atTerminal;

    private Speaker(String name, Set<String> granted, PersonAtTerminal person, boolean atTerminal) {
        this.name = name;
        this.granted = Set.copyOf(granted);
        this.person = person;
        this.atTerminal = atTerminal;
    }

    /** Where a server is asked it knows whose key it is; then nobody says a name but with {@code --as}. */
    static Speaker atServer(@Nullable String as, boolean withKey, PersonAtTerminal person) {
        return new Speaker(as == null && withKey ? "" : said(as), Set.of(), person, false);
    }

    /**
     * Where this process has the data folder.
     *
     * @param key the key in MUSTER_KEY; null where there is none
     */
    public static Speaker here(
            @Nullable String as, @Nullable String key, Keys keys, PersonAtTerminal person, boolean atTerminal) {
        if (key == null) {
            return new Speaker(said(as), Set.of(), person, atTerminal);
        }
        ApiKey known = keys.verify(key);
        if (known == null) {
            throw new Refusal(new AccessReason.NoSuchCaller());
        }
        if (as != null && !as.strip().equals(known.name())) {
            throw new Refusal(new AccessReason.NotYourName(as.strip(), known.name()));
        }
        return new Speaker(known.name(), keys.isKept(known) ? known.granted() : Set.of(), person, atTerminal);
    }

    private static String said(@Nullable String as) {
        return as == null ? System.getProperty("user.name", "") : as;
    }

    /** Empty where the server says it. */
    public String name() {
        return name;
    }

    /** What is said now, about a run that somebody started sometime. */
    public Signature signature(String why, AccessRole role, RunSummary run) {
        boolean typed = atTerminal && person.isOlderThan(run.createdAt());
        return signature(why, role, typed ? Proof.TERMINAL : Proof.NONE);
    }

    /** What is typed at the terminal at which the run was started. */
    public Signature typedByStarter(String why) {
        return signature(why, AccessRole.APPROVER, atTerminal && person.isOfStarter() ? Proof.TERMINAL : Proof.NONE);
    }

    /** Yes to all that is usual, said before the run began. */
    public Signature yesToAll() {
        return signature("--yes", AccessRole.APPROVER, Proof.STARTER);
    }

    private Signature signature(String why, AccessRole role, Proof otherwise) {
        return new Signature(name, why, granted.contains(role.word()) ? Proof.KEY : otherwise);
    }
}

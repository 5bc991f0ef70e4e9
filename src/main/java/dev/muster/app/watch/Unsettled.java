package dev.muster.app.watch;

import dev.muster.app.policies.PolicyReload.Outcome;
import dev.muster.policy.live.Trust;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Packs whose files have changed and are not taken over yet: since when they are at rest, and how far they are believed. */
final class Unsettled {
    private final Map<String, Change> changes = new HashMap<>();

    private static final class Change {
        private final Debounce debounce = new Debounce();
        private boolean doubted;
        private boolean begun;

        void happened(Instant now) {
            debounce.change(now);
            doubted = false;
            begun = false;
        }

        @Nullable
        Trust trust(Instant now) {
            Duration quiet = debounce.quiet(now);
            if (quiet.compareTo(PolicyWatch.GRACE) >= 0) {
                return Trust.WHAT_IS_GONE_TOO;
            }
            boolean ripe = quiet.compareTo(PolicyWatch.REST) >= 0
                    || debounce.waiting(now).compareTo(PolicyWatch.PATIENCE) >= 0;
            return ripe && !doubted ? Trust.WHAT_IS_THERE : null;
        }
    }

    boolean isEmpty() {
        return changes.isEmpty();
    }

    /** Something in a pack's folder is not as it was. */
    void change(String pack, Instant now) {
        changes.computeIfAbsent(pack, _ -> new Change()).happened(now);
    }

    /**
     * Whether there is a pack to be taken over.
     *
     * @param atWork those that somebody is taking over already
     */
    boolean isAnyRipe(Set<String> atWork, Instant now) {
        return changes.entrySet().stream()
                .filter(entry -> !atWork.contains(entry.getKey()))
                .anyMatch(entry -> entry.getValue().trust(now) != null);
    }

    /**
     * How far a pack's files are believed; null where one has to wait.
     *
     * @param lineage the packs whose files are also its own
     */
    @Nullable
    Trust trust(String pack, Collection<String> lineage, Instant now) {
        Trust least = changes.containsKey(pack) ? Trust.WHAT_IS_GONE_TOO : Trust.WHAT_IS_THERE;
        for (String one : Stream.concat(Stream.of(PackStamps.ALL, pack), lineage.stream())
                .distinct()
                .toList()) {
            Change change = changes.get(one);
            Trust trust = change == null ? Trust.WHAT_IS_GONE_TOO : change.trust(now);
            if (trust == null) {
                return null;
            }
            least = trust.compareTo(least) < 0 ? trust : least;
        }
        return least;
    }

    /** Somebody is taking the pack over. */
    void begun(String pack) {
        Change change = changes.get(pack);
        if (change != null) {
            change.begun = true;
        }
    }

    /** What came of that; a change that happened meanwhile is one more. */
    void ended(String pack, Outcome outcome, Instant now) {
        Change change = changes.get(pack);
        switch (outcome) {
            case DONE -> {
                if (change != null && change.begun) {
                    changes.remove(pack);
                }
            }
            case MOVING -> change(pack, now);
            case DOUBTED -> doubt(pack, now);
            case FAILED -> later(pack, now);
        }
    }

    /** What a pack of which nothing seemed to change says no more may have been in a pack that it extends. */
    private void doubt(String pack, Instant now) {
        Change change = changes.get(pack);
        if (change == null) {
            Change unseen = new Change();
            unseen.happened(now);
            unseen.doubted = true;
            changes.put(pack, unseen);
        } else if (change.begun) {
            change.begun = false;
            change.doubted = true;
        }
    }

    /** Not at once: what is in the way is seldom gone in a moment. */
    private void later(String pack, Instant now) {
        Change change = new Change();
        change.happened(now);
        change.doubted = true;
        changes.put(pack, change);
    }

    /** All packs of the folders were looked at: what was ripe and is of none of them needs nothing more. */
    void tried(Set<String> packs, Instant now) {
        changes.entrySet()
                .removeIf(entry ->
                        !packs.contains(entry.getKey()) && entry.getValue().trust(now) != null);
    }

    /**
     * The files of all packs cannot be found.
     *
     * @return whether that is final for one of them
     */
    boolean doubtAll(Instant now) {
        boolean isFinal = changes.values().stream().anyMatch(change -> change.trust(now) == Trust.WHAT_IS_GONE_TOO);
        if (isFinal) {
            changes.values().removeIf(change -> change.trust(now) != null);
        } else {
            changes.values().stream()
                    .filter(change -> change.trust(now) != null)
                    .forEach(change -> change.doubted = true);
        }
        return isFinal;
    }
}

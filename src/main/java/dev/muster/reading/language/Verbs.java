package dev.muster.reading.language;

import java.util.Locale;
import java.util.Set;

/** Verbs that ask for work when they begin a sentence. */
final class Verbs {
    private static final Set<String> WORK = Set.of(("""
            accept activate adapt add address adjust adopt aggregate alert align allow alter apply archive assign attach audit
            automate avoid backfill block build bump bundle cache call cancel centralise centralize change check choose clean
            clear close collect combine come compare compile compress compute configure confirm connect consider consolidate
            convert copy correct count cover create cut dedupe deduplicate define delete deliver deny deploy deprecate
            describe design detect determine develop disable discard display distinguish do document download drop
            dump emit enable encrypt enforce enhance ensure escape establish evaluate examine expand expire explain expose extend
            extract fetch figure filter find finish fix flag flush follow force format generate get give group grant guard
            handle harden hash have hide highlight host implement import improve include increase index inform inject install
            instrument integrate introduce invalidate investigate invite isolate issue join keep kill let limit link list listen
            load localise localize lock log look lower make map mark mask measure merge migrate minimise minimize mock modify
            monitor mount move normalise normalize notify offer optimise optimize order organise organize output overhaul
            package paginate parse partition patch persist pick ping plan poll populate port prepare prevent preload prefetch
            process produce profile prohibit propagate protect provide provision prune publish pull purge push put queue
            raise randomise randomize read rebuild receive recommend record redirect reduce redesign redo refactor refresh
            refuse register reject release reload relocate rely remember remind remove rename render reopen reorder reorganise
            reorganize repair replace replicate report request require reschedule reset resize resolve respect restart restore
            restrict restructure resume retain retrieve retry return reuse revert review revise revisit revoke rewrite roll rotate
            route run sanitise sanitize save scale scan schedule scope scrape search secure seed select send separate serve set
            setup share ship shorten show shrink simplify skip sort specify speed split stabilise stabilize standardise
            standardize start stop store stream stub submit subscribe support surface suspend swap switch sync synchronise
            synchronize tag take test throttle tidy tie track transfer transform translate treat trigger trim try tune turn
            uncouple undo unify uninstall unsubscribe update upgrade upload use utilise utilize validate verify version
            wait warn watch whitelist wire work wrap write zip
            """).strip().split("\\s+"));

    private Verbs() {}

    /** {@code add} */
    static boolean isBase(String word) {
        return WORK.contains(lower(word));
    }

    /** {@code adds}, as a change describes itself. */
    static boolean isThird(String word) {
        String w = lower(word);
        return w.endsWith("s") && (isBase(cut(w, 1)) || (w.endsWith("es") && isBase(cut(w, 2))) || ies(w));
    }

    /** {@code added}, {@code removed}, {@code stopped} */
    static boolean isPast(String word) {
        String w = lower(word);
        boolean regular = w.endsWith("ed")
                && w.length() > 4
                && (isBase(cut(w, 1)) || isBase(cut(w, 2)) || (isDoubled(w, 2) && isBase(cut(w, 3))));
        return regular || w.endsWith("ied") && isBase(cut(w, 3) + "y") || w.equals("made") || w.equals("built");
    }

    private static boolean ies(String w) {
        return w.endsWith("ies") && isBase(cut(w, 3) + "y");
    }

    private static boolean isDoubled(String w, int suffix) {
        int last = w.length() - suffix - 1;
        return last > 1 && w.charAt(last) == w.charAt(last - 1);
    }

    private static String cut(String w, int letters) {
        return w.substring(0, w.length() - letters);
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}

package dev.muster.app.planning;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * Names plans: 15 letters and digits, of which nine are the time and six are random, so that ids sort by age, fit a URL and
 * can be read out. The alphabet is Crockford's: no {@code i}, {@code l}, {@code o}, {@code u}.
 */
public final class PlanIds {
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int TIME_LETTERS = 9;
    private static final int RANDOM_LETTERS = 6;
    private static final int RANDOM_BOUND = 1 << (5 * RANDOM_LETTERS);

    private final InstantSource clock;
    private final RandomGenerator random;
    private long millis;
    private long drawn;

    public PlanIds(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** Each id is greater than the one before it, also within a millisecond and where the clock steps back. */
    public synchronized String next() {
        long now = clock.millis();
        if (now > millis || drawn + 1 == RANDOM_BOUND) {
            millis = Math.max(now, millis + 1);
            drawn = random.nextInt(RANDOM_BOUND);
        } else {
            drawn++;
        }
        return letters(millis, TIME_LETTERS) + letters(drawn, RANDOM_LETTERS);
    }

    private static String letters(long value, int count) {
        StringBuilder text = new StringBuilder(count);
        for (int shift = 5 * (count - 1); shift >= 0; shift -= 5) {
            text.append(ALPHABET.charAt((int) (value >>> shift) & 31));
        }
        return text.toString();
    }
}

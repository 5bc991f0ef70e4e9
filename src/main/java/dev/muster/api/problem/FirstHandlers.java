package dev.muster.api.problem;

/** What looks at every request before all else does, in this order: what one of them refuses the later ones never see. */
public final class FirstHandlers {
    static final int REQUEST_IDS = Integer.MIN_VALUE;
    public static final int WRITTEN_ADDRESS = REQUEST_IDS + 1;
    public static final int REQUEST_TRACES = WRITTEN_ADDRESS + 1;
    public static final int BODY_LIMIT = REQUEST_TRACES + 1;
    public static final int LOCAL_NAMES = BODY_LIMIT + 1;
    public static final int FOREIGN_PAGES = LOCAL_NAMES + 1;

    private FirstHandlers() {}
}

package dev.muster;

/** How much of what could go on for hours is tried: some in every build, much more by {@code ./muster test --all}. */
public final class OnDemand {
    private static final boolean ALL = System.getProperty("all") != null;

    private OnDemand() {}

    public static boolean all() {
        return ALL;
    }

    /** How often to try; a system property of that name says otherwise. */
    public static int size(String property, int everyBuild, int onDemand) {
        return Integer.getInteger(property, ALL ? onDemand : everyBuild);
    }
}

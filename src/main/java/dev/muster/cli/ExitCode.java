package dev.muster.cli;

import dev.muster.app.Refusal;

/** What the shell is told. */
final class ExitCode {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int BROKEN_POLICY = 3;

    private ExitCode() {}

    static int of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.EmptyText _,
                    Refusal.TextTooLong _,
                    Refusal.UnknownPack _,
                    Refusal.NoSuchPlan _,
                    Refusal.NoSuchFolder _ -> USAGE;
            case Refusal.StoreOutOfReach _ -> FAILED;
            case Refusal.BrokenPolicy _ -> BROKEN_POLICY;
        };
    }
}

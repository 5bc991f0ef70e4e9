package dev.muster.cli;

import dev.muster.app.Reason;

/** What the shell is told. */
final class ExitCode {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int BROKEN_POLICY = 3;

    private ExitCode() {}

    static int of(Reason reason) {
        return switch (reason) {
            case Reason.EmptyText _,
                    Reason.TextTooLong _,
                    Reason.UnknownPack _,
                    Reason.NoSuchPlan _,
                    Reason.PlanNotReady _,
                    Reason.NoSuchRun _,
                    Reason.WorkspaceNotAllowed _,
                    Reason.NotTaken _,
                    Reason.NobodyNamed _,
                    Reason.UnknownSubject _,
                    Reason.NoSuchPack _,
                    Reason.NoSuchVersion _,
                    Reason.UnknownQuestion _,
                    Reason.NoChoice _,
                    Reason.NothingToCompare _,
                    Reason.CannotBegin _,
                    Reason.NoSuchDatabase _,
                    Reason.BrokenOperatorFile _,
                    Reason.NoOperatorFile _,
                    Reason.WrongSettings _,
                    Reason.NoAuthentication _,
                    Reason.AdminKeyTooShort _,
                    Reason.KeyNameTaken _,
                    Reason.NoSuchKey _,
                    Reason.NoSuchFolder _,
                    Reason.NoPack _,
                    Reason.UnreadableFolder _ -> USAGE;
            case Reason.FilesMoving _,
                    Reason.NobodyToCall _,
                    Reason.StoreOutOfReach _,
                    Reason.DatabaseOutOfReach _,
                    Reason.FolderTaken _,
                    Reason.PortTaken _,
                    Reason.NotOurAddress _,
                    Reason.NotAllowed _,
                    Reason.NotBackedUp _,
                    Reason.NotRestored _,
                    Reason.ServerOutOfReach _ -> FAILED;
            case Reason.BrokenPolicy _, Reason.ReloadRefused _ -> BROKEN_POLICY;
        };
    }
}

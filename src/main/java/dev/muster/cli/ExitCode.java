package dev.muster.cli;

import dev.muster.app.Reason;

/** What the shell is told. */
final class ExitCode {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int BROKEN_POLICY = 3;

    private static final int FIRST_CALLERS_FAULT = 400;
    private static final int FIRST_SERVERS_FAULT = 500;

    private ExitCode() {}

    static int of(Reason reason) {
        return switch (reason) {
            case Reason.ToldByServer told -> told(told.status(), told.word());
            case Reason.EmptyText _,
                    Reason.TextTooLong _,
                    Reason.UnknownPack _,
                    Reason.NoSuchPlan _,
                    Reason.PlanNotReady _,
                    Reason.NoSuchRun _,
                    Reason.WorkspaceNotAllowed _,
                    Reason.NotTaken _,
                    Reason.KeyNeeded _,
                    Reason.WorkersKeyNeeded _,
                    Reason.NoSuchCaller _,
                    Reason.NotYourName _,
                    Reason.ProgramAtWork _,
                    Reason.ProgramsCouldCall _,
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
                    Reason.NoSuchWorkspace _,
                    Reason.UnusableText _,
                    Reason.UnreadableFolder _ -> USAGE;
            case Reason.FilesMoving _,
                    Reason.NobodyToCall _,
                    Reason.ChangedMeanwhile _,
                    Reason.StoreFailed _,
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

    /** Of what a server says: a policy that is broken, something that the caller said wrong, or that it failed. */
    private static int told(int status, String word) {
        return switch (word) {
            case "broken-policy", "reload-refused" -> BROKEN_POLICY;
            case "nobody-to-call", "changed-meanwhile", "your-share", "not-allowed", "not-authenticated" -> FAILED;
            default -> status >= FIRST_CALLERS_FAULT && status < FIRST_SERVERS_FAULT ? USAGE : FAILED;
        };
    }
}

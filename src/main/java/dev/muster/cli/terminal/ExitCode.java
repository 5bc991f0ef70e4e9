package dev.muster.cli.terminal;

import dev.muster.app.refusal.AccessReason;
import dev.muster.app.refusal.PlanReason;
import dev.muster.app.refusal.PolicyReason;
import dev.muster.app.refusal.Reason;
import dev.muster.app.refusal.RunReason;
import dev.muster.app.refusal.ServerReason;
import dev.muster.app.refusal.StoreReason;

/** What the shell is told. */
public final class ExitCode {
    public static final int DONE = 0;
    public static final int FAILED = 1;
    public static final int USAGE = 2;
    public static final int BROKEN_POLICY = 3;

    private static final int FIRST_CALLERS_FAULT = 400;
    private static final int FIRST_SERVERS_FAULT = 500;

    private ExitCode() {}

    public static int of(Reason reason) {
        return switch (reason) {
            case PlanReason plan -> of(plan);
            case PolicyReason policy -> of(policy);
            case RunReason run -> of(run);
            case AccessReason access -> of(access);
            case StoreReason store -> of(store);
            case ServerReason server -> of(server);
        };
    }

    private static int of(PlanReason reason) {
        return switch (reason) {
            case PlanReason.EmptyText _,
                    PlanReason.TextTooLong _,
                    PlanReason.UnknownPack _,
                    PlanReason.PackWithoutPlans _,
                    PlanReason.NoSuchPlan _,
                    PlanReason.PlanNotReady _,
                    PlanReason.UnknownSubject _,
                    PlanReason.UnknownQuestion _,
                    PlanReason.NoChoice _ -> USAGE;
        };
    }

    private static int of(PolicyReason reason) {
        return switch (reason) {
            case PolicyReason.NoSuchPack _,
                    PolicyReason.SharedPack _,
                    PolicyReason.NoSuchVersion _,
                    PolicyReason.NothingToCompare _,
                    PolicyReason.CannotBegin _,
                    PolicyReason.NoSuchFolder _,
                    PolicyReason.NoPack _,
                    PolicyReason.UnreadableFolder _ -> USAGE;
            case PolicyReason.FilesMoving _ -> FAILED;
            case PolicyReason.BrokenPolicy _, PolicyReason.ReloadRefused _ -> BROKEN_POLICY;
        };
    }

    private static int of(RunReason reason) {
        return switch (reason) {
            case RunReason.NoSuchRun _,
                    RunReason.WorkspaceNotAllowed _,
                    RunReason.NotTaken _,
                    RunReason.NobodyNamed _,
                    RunReason.BrokenOperatorFile _,
                    RunReason.NoOperatorFile _,
                    RunReason.NoSuchWorkspace _ -> USAGE;
            case RunReason.NobodyToCall _ -> FAILED;
        };
    }

    private static int of(AccessReason reason) {
        return switch (reason) {
            case AccessReason.KeyNeeded _,
                    AccessReason.WorkersKeyNeeded _,
                    AccessReason.NoSuchCaller _,
                    AccessReason.NotYourName _,
                    AccessReason.ProgramAtWork _,
                    AccessReason.ProgramsCouldCall _,
                    AccessReason.NoAuthentication _,
                    AccessReason.AdminKeyTooShort _,
                    AccessReason.KeyNameTaken _,
                    AccessReason.NoSuchKey _ -> USAGE;
        };
    }

    private static int of(StoreReason reason) {
        return switch (reason) {
            case StoreReason.NoSuchDatabase _, StoreReason.UnusableText _ -> USAGE;
            case StoreReason.ChangedMeanwhile _,
                    StoreReason.StoreFailed _,
                    StoreReason.StoreOutOfReach _,
                    StoreReason.DatabaseOutOfReach _,
                    StoreReason.FolderTaken _,
                    StoreReason.NotBackedUp _,
                    StoreReason.NotRestored _ -> FAILED;
        };
    }

    private static int of(ServerReason reason) {
        return switch (reason) {
            case ServerReason.ToldByServer told -> told(told.status(), told.word());
            case ServerReason.WrongSettings _ -> USAGE;
            case ServerReason.PortTaken _,
                    ServerReason.NotOurAddress _,
                    ServerReason.NotAllowed _,
                    ServerReason.ServerOutOfReach _ -> FAILED;
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

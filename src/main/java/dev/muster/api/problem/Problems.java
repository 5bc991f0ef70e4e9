package dev.muster.api.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.muster.app.refusal.AccessReason;
import dev.muster.app.refusal.PlanReason;
import dev.muster.app.refusal.PolicyReason;
import dev.muster.app.refusal.Reason;
import dev.muster.app.refusal.RunReason;
import dev.muster.app.refusal.ServerReason;
import dev.muster.app.refusal.SettingFault;
import dev.muster.app.refusal.StoreReason;
import dev.muster.source.Fault;
import dev.muster.source.Nearest;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says of everything that can go wrong in a request what it is, which status it has, and what to do. */
public final class Problems {
    private Problems() {}

    public static Problem of(Reason reason) {
        Problem problem = Problem.of(status(reason), reason.kind(), reason.foundOutside(), reason.adviceOutside());
        return switch (reason) {
            case PlanReason plan -> detailed(plan, problem);
            case PolicyReason policy -> detailed(policy, problem);
            case RunReason run -> detailed(run, problem);
            case AccessReason access -> detailed(access, problem);
            case StoreReason store -> detailed(store, problem);
            case ServerReason server -> detailed(server, problem);
        };
    }

    private static Problem detailed(PlanReason reason, Problem problem) {
        return switch (reason) {
            case PlanReason.EmptyText _ -> problem.withValue("");
            case PlanReason.TextTooLong(long bytes, long _) -> problem.withValue(bytes + " bytes");
            case PlanReason.UnknownPack(String name, List<String> known) ->
                problem.withValue(name).withKnown(known);
            case PlanReason.PackWithoutPlans(String name, List<String> known) ->
                problem.withValue(name).withKnown(known);
            case PlanReason.NoSuchPlan(String id) -> problem.withValue(id);
            case PlanReason.UnknownSubject(String about, List<String> known) ->
                problem.withValue(about).withKnown(known);
            case PlanReason.UnknownQuestion(String question, List<String> known) ->
                problem.withValue(question).withKnown(known);
            case PlanReason.NoChoice(String answer, List<String> choices) ->
                problem.withValue(answer).withKnown(choices);
            case PlanReason.PlanNotReady(String id, List<String> questions) ->
                problem.withValue(id).withKnown(questions);
        };
    }

    private static Problem detailed(PolicyReason reason, Problem problem) {
        return switch (reason) {
            case PolicyReason.BrokenPolicy(String pack, List<Fault> faults) ->
                problem.withValue(pack).withFaults(faults);
            case PolicyReason.NothingToCompare(String where, String _) -> problem.withValue(where);
            case PolicyReason.CannotBegin(String name, String _) -> problem.withValue(name);
            case PolicyReason.NoSuchPack(String name, List<String> known) ->
                problem.withValue(name).withKnown(known);
            case PolicyReason.SharedPack(String name, List<String> known) ->
                problem.withValue(name).withKnown(known);
            case PolicyReason.NoSuchVersion(String pack, String version, List<String> known) ->
                problem.withValue(pack + "@" + version).withKnown(known);
            case PolicyReason.ReloadRefused(String pack, String _, List<Fault> faults) ->
                problem.withValue(pack).withFaults(faults);
            case PolicyReason.NoPack _,
                    PolicyReason.NoSuchFolder _,
                    PolicyReason.UnreadableFolder _,
                    PolicyReason.FilesMoving _ -> problem;
        };
    }

    private static Problem detailed(RunReason reason, Problem problem) {
        return switch (reason) {
            case RunReason.NoSuchWorkspace(String path) -> problem.withValue(path);
            case RunReason.NoSuchRun(String id) -> problem.withValue(id);
            case RunReason.WorkspaceNotAllowed(String path) -> problem.withValue(path);
            case RunReason.NotTaken(String word, String _) -> problem.withValue(word);
            case RunReason.NobodyToCall _,
                    RunReason.NobodyNamed _,
                    RunReason.BrokenOperatorFile _,
                    RunReason.NoOperatorFile _ -> problem;
        };
    }

    private static Problem detailed(AccessReason reason, Problem problem) {
        return switch (reason) {
            case AccessReason.NotYourName(String said, String _) -> problem.withValue(said);
            case AccessReason.ProgramAtWork(String run, String _) -> problem.withValue(run);
            case AccessReason.ProgramsCouldCall(String run, String _) -> problem.withValue(run);
            case AccessReason.KeyNeeded _,
                    AccessReason.WorkersKeyNeeded _,
                    AccessReason.NoSuchCaller _,
                    AccessReason.NoAuthentication _,
                    AccessReason.AdminKeyTooShort _ -> problem;
            case AccessReason.KeyNameTaken(String name) -> problem.withValue(name);
            case AccessReason.NoSuchKey(String name, List<String> known) ->
                problem.withValue(name).withKnown(known);
        };
    }

    private static Problem detailed(StoreReason reason, Problem problem) {
        return switch (reason) {
            case StoreReason.ChangedMeanwhile _,
                    StoreReason.UnusableText _,
                    StoreReason.StoreFailed _,
                    StoreReason.NoSuchDatabase _,
                    StoreReason.DatabaseOutOfReach _,
                    StoreReason.FolderTaken _,
                    StoreReason.NotBackedUp _,
                    StoreReason.NotRestored _,
                    StoreReason.StoreOutOfReach _ -> problem;
        };
    }

    private static Problem detailed(ServerReason reason, Problem problem) {
        return switch (reason) {
            case ServerReason.WrongSettings(List<SettingFault> faults) ->
                problem.withValue(faults.size() + " settings");
            case ServerReason.ToldByServer _,
                    ServerReason.NotAllowed _,
                    ServerReason.ServerOutOfReach _,
                    ServerReason.PortTaken _,
                    ServerReason.NotOurAddress _ -> problem;
        };
    }

    private static int status(Reason reason) {
        return switch (reason) {
            case PlanReason plan -> status(plan);
            case PolicyReason policy -> status(policy);
            case RunReason run -> status(run);
            case AccessReason access -> status(access);
            case StoreReason store -> status(store);
            case ServerReason server -> status(server);
        };
    }

    private static int status(PlanReason reason) {
        return switch (reason) {
            case PlanReason.PlanNotReady _ -> 409;
            case PlanReason.EmptyText _,
                    PlanReason.UnknownPack _,
                    PlanReason.PackWithoutPlans _,
                    PlanReason.UnknownSubject _,
                    PlanReason.UnknownQuestion _,
                    PlanReason.NoChoice _ -> 400;
            case PlanReason.NoSuchPlan _ -> 404;
            case PlanReason.TextTooLong _ -> 413;
        };
    }

    private static int status(PolicyReason reason) {
        return switch (reason) {
            case PolicyReason.NothingToCompare _, PolicyReason.CannotBegin _ -> 400;
            case PolicyReason.NoSuchPack _, PolicyReason.SharedPack _, PolicyReason.NoSuchVersion _ -> 404;
            case PolicyReason.ReloadRefused _ -> 422;
            case PolicyReason.BrokenPolicy _,
                    PolicyReason.NoSuchFolder _,
                    PolicyReason.NoPack _,
                    PolicyReason.UnreadableFolder _,
                    PolicyReason.FilesMoving _ -> 503;
        };
    }

    private static int status(RunReason reason) {
        return switch (reason) {
            case RunReason.NotTaken(String word, String _) -> notTaken(word);
            case RunReason.WorkspaceNotAllowed _ -> 403;
            case RunReason.NobodyNamed _, RunReason.NoSuchWorkspace _ -> 400;
            case RunReason.NoSuchRun _ -> 404;
            case RunReason.NobodyToCall _, RunReason.BrokenOperatorFile _, RunReason.NoOperatorFile _ -> 503;
        };
    }

    private static int status(AccessReason reason) {
        return switch (reason) {
            case AccessReason.KeyNeeded _,
                    AccessReason.WorkersKeyNeeded _,
                    AccessReason.ProgramAtWork _,
                    AccessReason.ProgramsCouldCall _ -> 403;
            case AccessReason.NoSuchCaller _ -> 401;
            case AccessReason.NotYourName _ -> 400;
            case AccessReason.KeyNameTaken _ -> 409;
            case AccessReason.NoSuchKey _ -> 404;
            case AccessReason.NoAuthentication _, AccessReason.AdminKeyTooShort _ -> 503;
        };
    }

    private static int status(StoreReason reason) {
        return switch (reason) {
            case StoreReason.ChangedMeanwhile _ -> 409;
            case StoreReason.UnusableText _ -> 400;
            case StoreReason.StoreFailed _ -> 500;
            case StoreReason.StoreOutOfReach _,
                    StoreReason.NoSuchDatabase _,
                    StoreReason.DatabaseOutOfReach _,
                    StoreReason.FolderTaken _,
                    StoreReason.NotBackedUp _,
                    StoreReason.NotRestored _ -> 503;
        };
    }

    private static int status(ServerReason reason) {
        return switch (reason) {
            case ServerReason.ToldByServer told -> told.status();
            case ServerReason.PortTaken _,
                    ServerReason.NotOurAddress _,
                    ServerReason.WrongSettings _,
                    ServerReason.NotAllowed _,
                    ServerReason.ServerOutOfReach _ -> 503;
        };
    }

    private static int notTaken(String word) {
        return switch (word) {
            case "unknown" -> 404;
            case "not-allowed" -> 403;
            case "invalid" -> 400;
            default -> 409;
        };
    }

    public static Problem of(BadInput bad) {
        return Problem.of(400, bad.kind(), bad.found(), bad.advice()).withValue(bad.value());
    }

    public static Problem of(JsonProcessingException e) {
        Problem problem = switch (e) {
            case UnrecognizedPropertyException unknown -> unknownField(unknown);
            case MismatchedInputException mismatch when isTrailing(mismatch) -> malformed("more follows after its end");
            case MismatchedInputException mismatch -> wrongType(mismatch, mismatch.getTargetType());
            case InputCoercionException tooLarge -> outOfRange(tooLarge);
            case StreamConstraintsException _ ->
                malformed("it is nested too deep, or has a name or a number that is too long");
            case JsonMappingException mapping
            when mapping.getCause() instanceof InputCoercionException tooLarge -> outOfRange(mapping, tooLarge);
            case JsonMappingException mapping -> unusable(mapping);
            default -> malformed(firstLine(e));
        };
        JsonLocation place = e.getLocation();
        return place == null || place.getLineNr() < 1
                ? problem
                : problem.withPlace(place.getLineNr(), place.getColumnNr());
    }

    private static Problem malformed(String why) {
        return Problem.of(400, "malformed-json", "The body is no JSON: " + why + ".", "Correct it there.");
    }

    /** Jackson has no type of its own for this one. */
    private static boolean isTrailing(MismatchedInputException e) {
        return firstLine(e).startsWith("Trailing token");
    }

    private static Problem wrongType(JsonMappingException e, @Nullable Class<?> type) {
        return Problem.of(
                400,
                "wrong-type",
                what(e) + " must be " + JsonWords.of(type) + ".",
                "Write it so; /q/openapi has every field with an example.");
    }

    private static Problem outOfRange(JsonMappingException e, InputCoercionException cause) {
        return wrongType(e, cause.getTargetType());
    }

    private static Problem outOfRange(InputCoercionException e) {
        return Problem.of(
                400,
                "wrong-type",
                "A number must be " + JsonWords.of(e.getTargetType()) + ".",
                "Write one that is; /q/openapi has every field.");
    }

    /** Something that its type takes and what is made of it does not; what the program says of that is not for callers. */
    private static Problem unusable(JsonMappingException e) {
        return Problem.of(
                400,
                "wrong-value",
                what(e) + " holds a value that cannot be taken, such as null in a list.",
                "Leave it out, or write it as /q/openapi has it.");
    }

    private static String what(JsonMappingException e) {
        String path = path(e);
        return path.isEmpty() ? "The body" : "The field \"" + path + "\"";
    }

    private static Problem unknownField(UnrecognizedPropertyException e) {
        String name = e.getPropertyName();
        List<String> known =
                e.getKnownPropertyIds().stream().map(String::valueOf).sorted().toList();
        return Problem.of(
                        400,
                        "unknown-field",
                        "There is no field \"" + path(e) + "\".",
                        ("Leave it out or correct its name." + Nearest.hint(name, known)))
                .withValue(name)
                .withKnown(known);
    }

    /** The way to a field, such as {@code context.files[2]}. */
    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    private static String firstLine(JsonProcessingException e) {
        String message = e.getOriginalMessage() == null ? "" : e.getOriginalMessage();
        return message.lines().findFirst().orElse("").replaceFirst("\\.$", "");
    }
}

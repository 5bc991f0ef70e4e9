package dev.muster.api;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.muster.app.Reason;
import dev.muster.app.settings.SettingFault;
import dev.muster.source.Fault;
import dev.muster.source.Nearest;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says of everything that can go wrong in a request what it is, which status it has, and what to do. */
final class Problems {
    private Problems() {}

    static Problem of(Reason reason) {
        Problem problem = Problem.of(status(reason), reason.kind(), reason.foundOutside(), reason.adviceOutside());
        return switch (reason) {
            case Reason.EmptyText _ -> problem.withValue("");
            case Reason.TextTooLong(long bytes, long _) -> problem.withValue(bytes + " bytes");
            case Reason.UnknownPack(String name, List<String> known) ->
                problem.withValue(name).withKnown(known);
            case Reason.BrokenPolicy(String pack, List<Fault> faults) ->
                problem.withValue(pack).withFaults(faults);
            case Reason.NoSuchPlan(String id) -> problem.withValue(id);
            case Reason.NothingToCompare(String where, String _) -> problem.withValue(where);
            case Reason.CannotBegin(String name, String _) -> problem.withValue(name);
            case Reason.UnknownSubject(String about, List<String> known) ->
                problem.withValue(about).withKnown(known);
            case Reason.NoSuchPack(String name, List<String> known) ->
                problem.withValue(name).withKnown(known);
            case Reason.NoSuchVersion(String pack, String version, List<String> known) ->
                problem.withValue(pack + "@" + version).withKnown(known);
            case Reason.ReloadRefused(String pack, String _, List<Fault> faults) ->
                problem.withValue(pack).withFaults(faults);
            case Reason.NoSuchWorkspace(String path) -> problem.withValue(path);
            case Reason.UnknownQuestion(String question, List<String> known) ->
                problem.withValue(question).withKnown(known);
            case Reason.NoChoice(String answer, List<String> choices) ->
                problem.withValue(answer).withKnown(choices);
            case Reason.PlanNotReady(String id, List<String> questions) ->
                problem.withValue(id).withKnown(questions);
            case Reason.NoSuchRun(String id) -> problem.withValue(id);
            case Reason.WorkspaceNotAllowed(String path) -> problem.withValue(path);
            case Reason.NotTaken(String word, String _) -> problem.withValue(word);
            case Reason.NotYourName(String said, String _) -> problem.withValue(said);
            case Reason.ProgramAtWork(String run, String _) -> problem.withValue(run);
            case Reason.ProgramsCouldCall(String run, String _) -> problem.withValue(run);
            case Reason.KeyNeeded _,
                    Reason.WorkersKeyNeeded _,
                    Reason.NoSuchCaller _,
                    Reason.NobodyToCall _,
                    Reason.NobodyNamed _ -> problem;
            case Reason.WrongSettings(List<SettingFault> faults) -> problem.withValue(faults.size() + " settings");
            case Reason.KeyNameTaken(String name) -> problem.withValue(name);
            case Reason.NoSuchKey(String name, List<String> known) ->
                problem.withValue(name).withKnown(known);
            case Reason.ChangedMeanwhile _,
                    Reason.NoPack _,
                    Reason.UnusableText _,
                    Reason.StoreFailed _,
                    Reason.ToldByServer _,
                    Reason.NoSuchDatabase _,
                    Reason.DatabaseOutOfReach _,
                    Reason.NoAuthentication _,
                    Reason.NotAllowed _,
                    Reason.FolderTaken _,
                    Reason.ServerOutOfReach _,
                    Reason.BrokenOperatorFile _,
                    Reason.NoOperatorFile _,
                    Reason.NoSuchFolder _,
                    Reason.UnreadableFolder _,
                    Reason.AdminKeyTooShort _,
                    Reason.NotBackedUp _,
                    Reason.NotRestored _,
                    Reason.StoreOutOfReach _,
                    Reason.PortTaken _,
                    Reason.NotOurAddress _,
                    Reason.FilesMoving _ -> problem;
        };
    }

    private static int status(Reason reason) {
        return switch (reason) {
            case Reason.NotTaken(String word, String _) -> notTaken(word);
            case Reason.PlanNotReady _, Reason.ChangedMeanwhile _ -> 409;
            case Reason.ToldByServer told -> told.status();
            case Reason.WorkspaceNotAllowed _,
                    Reason.KeyNeeded _,
                    Reason.WorkersKeyNeeded _,
                    Reason.ProgramAtWork _,
                    Reason.ProgramsCouldCall _ -> 403;
            case Reason.NoSuchCaller _ -> 401;
            case Reason.EmptyText _,
                    Reason.NobodyNamed _,
                    Reason.NotYourName _,
                    Reason.UnknownPack _,
                    Reason.UnknownSubject _,
                    Reason.UnknownQuestion _,
                    Reason.NoChoice _,
                    Reason.NothingToCompare _,
                    Reason.NoSuchWorkspace _,
                    Reason.UnusableText _,
                    Reason.CannotBegin _ -> 400;
            case Reason.KeyNameTaken _ -> 409;
            case Reason.NoSuchKey _,
                    Reason.NoSuchPlan _,
                    Reason.NoSuchRun _,
                    Reason.NoSuchPack _,
                    Reason.NoSuchVersion _ -> 404;
            case Reason.ReloadRefused _ -> 422;
            case Reason.TextTooLong _ -> 413;
            case Reason.StoreFailed _ -> 500;
            case Reason.BrokenPolicy _,
                    Reason.NobodyToCall _,
                    Reason.BrokenOperatorFile _,
                    Reason.NoOperatorFile _,
                    Reason.NoSuchFolder _,
                    Reason.NoPack _,
                    Reason.UnreadableFolder _,
                    Reason.FilesMoving _,
                    Reason.StoreOutOfReach _,
                    Reason.NoSuchDatabase _,
                    Reason.DatabaseOutOfReach _,
                    Reason.FolderTaken _,
                    Reason.PortTaken _,
                    Reason.NotOurAddress _,
                    Reason.NotBackedUp _,
                    Reason.NotRestored _,
                    Reason.WrongSettings _,
                    Reason.NoAuthentication _,
                    Reason.AdminKeyTooShort _,
                    Reason.NotAllowed _,
                    Reason.ServerOutOfReach _ -> 503;
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

    static Problem of(BadInput bad) {
        return Problem.of(400, bad.kind(), bad.found(), bad.advice()).withValue(bad.value());
    }

    static Problem of(JsonProcessingException e) {
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

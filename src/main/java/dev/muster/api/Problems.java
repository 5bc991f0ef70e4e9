package dev.muster.api;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.muster.app.Reason;
import dev.muster.app.settings.SettingFault;
import dev.muster.source.Fault;
import dev.muster.source.Nearest;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says of everything that can go wrong in a request what it is, which status it has, and what to do. */
final class Problems {
    private Problems() {}

    static Problem of(Reason reason) {
        Problem problem = Problem.of(status(reason), reason.kind(), reason.found(), reason.advice());
        return switch (reason) {
            case Reason.EmptyText _ -> problem.withValue("");
            case Reason.TextTooLong(long bytes, long _) -> problem.withValue(bytes + " bytes");
            case Reason.UnknownPack(String name, List<String> known) ->
                problem.withValue(name).withKnown(known);
            case Reason.BrokenPolicy(String pack, List<Fault> faults) ->
                problem.withValue(pack).withFaults(faults);
            case Reason.BrokenOperatorFile(String file, List<Fault> faults) ->
                problem.withValue(file).withFaults(faults);
            case Reason.NoOperatorFile(String file, String _) -> problem.withValue(file);
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
            case Reason.NoSuchFolder(String path, String _) -> problem.withValue(path);
            case Reason.UnreadableFolder(String path, String _) -> problem.withValue(path);
            case Reason.NoPack(String path, boolean _) -> problem.withValue(path);
            case Reason.UnknownQuestion(String question, List<String> known) ->
                problem.withValue(question).withKnown(known);
            case Reason.NoChoice(String answer, List<String> choices) ->
                problem.withValue(answer).withKnown(choices);
            case Reason.FolderTaken(String folder, String _) -> problem.withValue(folder);
            case Reason.ServerOutOfReach(String address, String _) -> problem.withValue(address);
            case Reason.PlanNotReady(String id, List<String> questions) ->
                problem.withValue(id).withKnown(questions);
            case Reason.NoSuchRun(String id) -> problem.withValue(id);
            case Reason.WorkspaceNotAllowed(String path) -> problem.withValue(path);
            case Reason.NotTaken(String word, String _) -> problem.withValue(word);
            case Reason.NobodyToCall _, Reason.NobodyNamed _ -> problem;
            case Reason.NoSuchDatabase(String url) -> problem.withValue(url);
            case Reason.DatabaseOutOfReach(String url, String _) -> problem.withValue(url);
            case Reason.WrongSettings(List<SettingFault> faults) -> problem.withValue(faults.size() + " settings");
            case Reason.NoAuthentication(String host) -> problem.withValue(host);
            case Reason.KeyNameTaken(String name) -> problem.withValue(name);
            case Reason.NoSuchKey(String name, List<String> known) ->
                problem.withValue(name).withKnown(known);
            case Reason.NotAllowed(String address, String _) -> problem.withValue(address);
            case Reason.AdminKeyTooShort _,
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
            case Reason.PlanNotReady _ -> 409;
            case Reason.WorkspaceNotAllowed _ -> 403;
            case Reason.EmptyText _,
                    Reason.NobodyNamed _,
                    Reason.UnknownPack _,
                    Reason.UnknownSubject _,
                    Reason.UnknownQuestion _,
                    Reason.NoChoice _,
                    Reason.NothingToCompare _,
                    Reason.CannotBegin _ -> 400;
            case Reason.KeyNameTaken _ -> 409;
            case Reason.NoSuchKey _,
                    Reason.NoSuchPlan _,
                    Reason.NoSuchRun _,
                    Reason.NoSuchPack _,
                    Reason.NoSuchVersion _ -> 404;
            case Reason.ReloadRefused _ -> 422;
            case Reason.TextTooLong _ -> 413;
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
            case MismatchedInputException mismatch -> wrongType(mismatch);
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

    private static Problem wrongType(MismatchedInputException e) {
        String path = path(e);
        String what = path.isEmpty() ? "The body" : "The field \"" + path + "\"";
        return Problem.of(
                400,
                "wrong-type",
                what + " must be " + words(e.getTargetType()) + ".",
                "Write it like {\"description\": \"…\", \"context\": {\"files\": [\"…\"]}}; /q/openapi has every field.");
    }

    private static String words(@Nullable Class<?> type) {
        if (type == String.class) {
            return "text in quotes";
        }
        return type != null && Collection.class.isAssignableFrom(type) ? "a list" : "an object";
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

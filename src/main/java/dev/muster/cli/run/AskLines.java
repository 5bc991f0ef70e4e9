package dev.muster.cli.run;

import dev.muster.app.runs.InboxEntry;
import dev.muster.app.runs.InboxEntry.HandedWork;
import dev.muster.cli.terminal.Shell;
import dev.muster.run.event.Choice;
import dev.muster.run.event.Printable;
import dev.muster.run.turn.Placeholder;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Something that waits for a person, in lines: what is to be judged, and the commands that say it. */
final class AskLines {
    private static final int FILES = 12;
    private static final String WHY = "--why";

    private AskLines() {}

    /** All that somebody has to know who comes by. */
    static List<String> whole(InboxEntry entry) {
        List<String> lines = new ArrayList<>();
        lines.add(Printable.line("? %s (for %s)".formatted(entry.text(), entry.to())));
        about(entry).forEach(line -> lines.add("    " + line));
        commands(entry).forEach(line -> lines.add("    " + line));
        return lines;
    }

    /** What it is about, since when it waits, and where the work lies. */
    static List<String> about(InboxEntry entry) {
        List<String> lines = new ArrayList<>();
        lines.add("waits since " + entry.since().truncatedTo(ChronoUnit.SECONDS) + of(entry));
        entry.handedIn().forEach(work -> lines.addAll(handedIn(work)));
        if (entry.folder() != null) {
            lines.add("lies in " + entry.folder());
        }
        return lines.stream().map(Printable::line).toList();
    }

    private static String of(InboxEntry entry) {
        return (entry.step() == null ? "" : ", step " + entry.step())
                + (entry.title() == null ? "" : ", of \"" + entry.title() + "\"");
    }

    private static List<String> handedIn(HandedWork work) {
        List<String> files = Stream.concat(work.filesCreated().stream(), work.filesChanged().stream())
                .distinct()
                .toList();
        String more = files.size() > FILES ? " and " + (files.size() - FILES) + " more" : "";
        List<String> lines = new ArrayList<>();
        lines.add(work.step() + ", handed in by " + work.agent() + ": " + work.summary());
        if (!files.isEmpty()) {
            lines.add("files: " + String.join(", ", files.subList(0, Math.min(FILES, files.size()))) + more);
        }
        return lines;
    }

    /** One command for each way to answer; what is to be written instead of {@code …} is left to the person. */
    static List<String> commands(InboxEntry entry) {
        if (entry.isReview()) {
            return List.of(command(entry, "pass"), command(entry, "changes", "--finding", Placeholder.TEXT));
        }
        return entry.choices().isEmpty()
                ? List.of(command(entry, Placeholder.TEXT))
                : entry.choices().stream()
                        .map(choice -> choosing(entry, choice))
                        .toList();
    }

    private static String choosing(InboxEntry entry, String choice) {
        return !entry.kind().equals("question") && Choice.wantsReason(choice)
                ? command(entry, choice, WHY, Placeholder.TEXT)
                : command(entry, choice);
    }

    private static String command(InboxEntry entry, String... rest) {
        // Behind "--" nothing is an option; so a choice that looks like one is a choice.
        boolean looksLikeOption = rest[0].startsWith("-");
        Stream<String> begin = Stream.of("muster", "approve", entry.run(), entry.id());
        Stream<String> end = looksLikeOption ? Stream.concat(Stream.of("--"), Stream.of(rest)) : Stream.of(rest);
        return Shell.line(Stream.concat(begin, end).toArray(String[]::new));
    }
}

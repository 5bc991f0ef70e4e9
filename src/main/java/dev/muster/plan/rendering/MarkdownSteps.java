package dev.muster.plan.rendering;

import dev.muster.plan.CodeBase;
import dev.muster.plan.Optionality;
import dev.muster.plan.Plan;
import dev.muster.plan.Plan.Check;
import dev.muster.plan.Plan.Phase;
import dev.muster.plan.Plan.ReviewGate;
import dev.muster.plan.Plan.Step;
import dev.muster.plan.StepKey;
import dev.muster.plan.settling.Instruction;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The phases and steps of a plan's document. */
public record MarkdownSteps(MarkdownPage page, MarkdownReasons reasons, SideBySide sideBySide) {

    /** Phases one after another; nested stages carry the number of the phase that holds them. */
    void phases(List<Phase> phases, String numberOfHolder, int level) {
        int number = 1;
        for (Phase phase : phases) {
            phase(phase, numberOfHolder + number, level);
            number++;
        }
    }

    private void phase(Phase phase, String number, int level) {
        page.heading(level, (level == 2 ? "Phase " : "Stage ") + number + ": " + MarkdownText.inline(phase.name()));
        if (phase.optional() == Optionality.ASK) {
            page.paragraph("Optional: a person is asked whether this phase is wanted.");
        }
        if (phase.steps().isEmpty() && phase.phases().isEmpty()) {
            page.paragraph("No step of this task stands here.");
        }
        phase.steps().forEach(step -> step(step, level + 1));
        phases(phase.phases(), number + ".", level + 1);
        afterwards(phase);
    }

    private void afterwards(Phase phase) {
        String hint = phase.hint();
        if (phase.checks().isEmpty() && hint == null) {
            return;
        }
        page.paragraph("**At the end of " + MarkdownText.inline(phase.name()) + "**");
        phase.checks().forEach(this::check);
        if (hint != null) {
            page.item("**If this phase fails**: " + MarkdownText.inline(hint));
        }
    }

    private void step(Step step, int level) {
        page.heading(
                level,
                MarkdownText.inline(step.id()) + ": " + MarkdownText.code(step.agent()) + " · "
                        + MarkdownText.inline(purpose(step)) + " · "
                        + step.role().name().toLowerCase(Locale.ROOT));
        lines(own(step), false).forEach(line -> page.paragraph(MarkdownText.line(line)));
        List<String> points = lines(own(step), true);
        if (!points.isEmpty()) {
            page.item("**Mind**", () -> points.forEach(point -> page.item(MarkdownText.line(point.substring(2)))));
        }
        skills(step);
        page.item("**Depends on**: " + (step.dependsOn().isEmpty() ? "nothing" : codes(step.dependsOn())));
        listed("Output", step.deliverables().stream().map(MarkdownText::inline).collect(Collectors.joining("; ")));
        step.checks().forEach(this::check);
        step.reviews().forEach(this::review);
        listed("Side by side with", codes(sideBySide.with(step)));
        if (!step.blocking()) {
            page.item("**Not blocking**: only steps that name it wait for it");
        }
        listed(
                "Reads",
                codes(step.skills().stream()
                        .filter(skill -> step.sections().stream()
                                .noneMatch(s -> s.skill().equals(skill)))
                        .toList()));
        listed("Module", place(step));
        listed("Test layer", layer(step));
        why(step);
    }

    /** A reviewer's step is named by what it looks for, any other by what it is for. */
    public static String purpose(Step step) {
        return step.kind().equals(StepKey.WORK) ? step.purpose() : step.kind() + " " + step.purpose();
    }

    /** The instruction without the skills that were put into it. */
    private static String own(Step step) {
        int end = step.instruction().indexOf("\n\n" + Instruction.SKILL);
        return end < 0 ? step.instruction() : step.instruction().substring(0, end);
    }

    /** The skills in a step's instruction, each with its reason; with all reasons asked for, also what they say. */
    private void skills(Step step) {
        for (Plan.SkillSection section : step.sections()) {
            String words = "**Skill** " + MarkdownText.code(section.skill());
            if (reasons.full()) {
                page.item(words, () -> {
                    text(step, section.skill()).forEach(line -> page.item(MarkdownText.line(line)));
                    reasons.list(section.because());
                });
            } else {
                page.item(words + ": " + reasons.brief("", section.because()));
            }
        }
    }

    private static List<String> text(Step step, String skill) {
        String head = "\n\n" + Instruction.SKILL + skill + "\n";
        int start = step.instruction().indexOf(head) + head.length();
        int end = step.instruction().indexOf("\n\n" + Instruction.SKILL, start);
        String text = end < 0
                ? step.instruction().substring(start)
                : step.instruction().substring(start, end);
        return text.lines()
                .map(line -> line.replaceFirst("^(#+|-) ", ""))
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static String layer(Step step) {
        CodeBase.TestLayer layer = step.testLayer();
        return layer == null
                ? ""
                : MarkdownText.inline(layer.name()) + " (" + MarkdownText.inline(layer.location()) + ")"
                        + (layer.purpose().isEmpty() ? "" : ": " + MarkdownText.inline(layer.purpose()));
    }

    private static List<String> lines(String instruction, boolean points) {
        return instruction
                .lines()
                .filter(line -> !line.isBlank() && line.startsWith("- ") == points)
                .toList();
    }

    private static String place(Step step) {
        String module = step.module() == null ? "" : MarkdownText.inline(step.module());
        String folder = step.workingFolder() == null ? "" : " (" + MarkdownText.code(step.workingFolder()) + ")";
        String repository = step.repository() == null ? "" : " in " + MarkdownText.code(step.repository());
        return (module + folder + repository).strip();
    }

    private void why(Step step) {
        if (reasons.full()) {
            page.item("**Why**", () -> reasons.list(step.because()));
        } else if (!step.because().isEmpty()) {
            page.item("**Why**: " + reasons.brief("", step.because()));
        }
    }

    private void check(Check check) {
        String consequence = switch (check.onFailure()) {
            case STOP -> "a failure stops the run";
            case REPORT -> "a failure is reported and the run goes on";
            case REWORK -> "a failure goes back to the agent";
        };
        reasons.entry(
                "**Check**: " + MarkdownText.code(command(check)) + " (" + consequence + ")", "", check.because());
    }

    /** The command as one would type it. */
    static String command(Check check) {
        return check.command().stream()
                .map(word -> word.matches("[\\w@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
    }

    private void review(ReviewGate gate) {
        String rounds = gate.maxRounds() == 1 ? "1 round" : gate.maxRounds() + " rounds";
        reasons.entry(
                "**Review**: " + MarkdownText.inline(gate.kind()) + " by " + MarkdownText.code(gate.agent()) + " ("
                        + gate.level().name().toLowerCase(Locale.ROOT) + ", at most " + rounds + ")",
                "",
                gate.because());
    }

    private void listed(String label, String words) {
        if (!words.isEmpty()) {
            page.item("**" + label + "**: " + words);
        }
    }

    static String codes(List<String> names) {
        return names.stream().map(MarkdownText::code).collect(Collectors.joining(", "));
    }
}

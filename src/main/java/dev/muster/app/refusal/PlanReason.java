package dev.muster.app.refusal;

import dev.muster.source.Nearest;
import java.util.List;

/** Why a task is not planned, or a plan not answered or explained. */
public sealed interface PlanReason extends Reason {
    /** Nothing to plan. */
    record EmptyText() implements PlanReason {
        @Override
        public String kind() {
            return "empty-text";
        }

        @Override
        public String found() {
            return "The task is empty.";
        }

        @Override
        public String advice() {
            return "Say in a sentence or more what is to be done.";
        }
    }

    /** More text than a task can have. */
    record TextTooLong(long bytes, long maxBytes) implements PlanReason {
        @Override
        public String kind() {
            return "text-too-long";
        }

        @Override
        public String found() {
            return "The task has " + bytes + " bytes of text; at most " + maxBytes + " are read.";
        }

        @Override
        public String advice() {
            return "Keep to what is to be done; leave out logs and attachments.";
        }
    }

    /** A pack that is not there. */
    record UnknownPack(String name, List<String> known) implements PlanReason {
        public UnknownPack {
            known = List.copyOf(known);
        }

        @Override
        public String kind() {
            return "unknown-pack";
        }

        @Override
        public String found() {
            return "There is no policy pack \"" + name + "\".";
        }

        @Override
        public String advice() {
            return known.isEmpty()
                    ? "There are no packs at all: a pack is a folder with a pack.yaml in the rules folder."
                    : "Name one that is there." + Nearest.hint(name, known);
        }
    }

    /** A pack that is there for those that extend it, and was to plan. */
    record PackWithoutPlans(String name, List<String> known) implements PlanReason {
        public PackWithoutPlans {
            known = List.copyOf(known);
        }

        @Override
        public String kind() {
            return "pack-without-plans";
        }

        @Override
        public String found() {
            return new PolicyReason.SharedPack(name, known).found();
        }

        @Override
        public String advice() {
            return new PolicyReason.SharedPack(name, known).advice();
        }
    }

    /** A plan that nobody stored. */
    record NoSuchPlan(String id) implements PlanReason {
        @Override
        public String kind() {
            return "no-such-plan";
        }

        @Override
        public String found() {
            return "There is no plan \"" + id + "\".";
        }

        @Override
        public String advice() {
            return "`muster plans` and GET /api/plans list what is there.";
        }
    }

    /** A plan that asks something before it can be run. */
    record PlanNotReady(String id, List<String> questions) implements PlanReason {
        public PlanNotReady {
            questions = List.copyOf(questions);
        }

        @Override
        public String kind() {
            return "plan-not-ready";
        }

        @Override
        public String found() {
            return "The plan \"" + id + "\" cannot be run yet: it asks " + String.join(", ", questions) + ".";
        }

        @Override
        public String advice() {
            return "Answer with `muster answer " + id + "` or POST /api/plans/" + id + "/answers.";
        }
    }

    /** Something that was asked about and that neither the policy nor the plan has. */
    record UnknownSubject(String about, List<String> known) implements PlanReason {
        public UnknownSubject {
            known = List.copyOf(known);
        }

        @Override
        public String kind() {
            return "unknown-subject";
        }

        @Override
        public String found() {
            return about.isBlank() ? "Nothing was asked about." : "Nothing is called \"" + about + "\".";
        }

        @Override
        public String advice() {
            return "Name an agent, a review, an escalation, a question, a trigger, a task type or a step, as in"
                    + " security-guardian or review:security." + Nearest.hint(about, known);
        }
    }

    /** An answer to what a plan does not ask. */
    record UnknownQuestion(String question, List<String> known) implements PlanReason {
        public UnknownQuestion {
            known = List.copyOf(known);
        }

        @Override
        public String kind() {
            return "unknown-question";
        }

        @Override
        public String found() {
            return "The plan has no question \"" + question + "\".";
        }

        @Override
        public String advice() {
            return known.isEmpty()
                    ? "It asks nothing."
                    : "It asks: " + String.join(", ", known) + "." + Nearest.hint(question, known);
        }
    }

    /** An answer that is none of those to choose from. */
    record NoChoice(String answer, List<String> choices) implements PlanReason {
        public NoChoice {
            choices = List.copyOf(choices);
        }

        @Override
        public String kind() {
            return "no-choice";
        }

        @Override
        public String found() {
            return "\"" + answer + "\" is none of the choices.";
        }

        @Override
        public String advice() {
            return "Choose one of: " + String.join("; ", choices) + "." + Nearest.hint(answer, choices);
        }
    }
}

package dev.muster.policy.vocabulary;

import dev.muster.fact.Agent;
import dev.muster.fact.Answer;
import dev.muster.fact.Category;
import dev.muster.fact.Conclusion;
import dev.muster.fact.Given;
import dev.muster.fact.Mention;
import dev.muster.fact.Module;
import dev.muster.fact.Pattern;
import dev.muster.fact.Requirement;
import dev.muster.fact.Row;
import dev.muster.fact.Scope;
import dev.muster.fact.Sentence;
import dev.muster.fact.Signal;
import dev.muster.fact.Task;
import dev.muster.fact.TaskType;
import dev.muster.fact.Trigger;
import dev.muster.plan.Proposal;
import dev.muster.plan.Proposal.UseAgent;

/** A fact in a few words, as a reason shows it. */
public final class FactWords {
    private FactWords() {}

    public static String of(Object fact) {
        return switch (fact) {
            case Task _ -> "Task";
            case Signal signal -> "Signal " + signal.name();
            case Mention mention -> "Mention " + mention.name() + " (" + mention.how() + ")";
            case Sentence sentence -> "Sentence (" + sentence.mood() + ")";
            case Row row -> "Row " + row.file().substring(row.file().lastIndexOf('/') + 1) + ":" + row.line();
            case Agent agent -> "Agent " + agent.name();
            case Module module -> "Module " + module.name();
            case Given given -> "Given " + given.kind() + " " + given.text();
            case Answer answer -> "Answer " + answer.question();
            case TaskType type -> "TaskType " + type.name();
            case Category category -> "Category " + category.name();
            case Pattern pattern -> "Pattern " + pattern.name();
            case Scope scope -> "Scope " + scope.name();
            case Trigger trigger -> "Trigger " + trigger.kind() + " " + trigger.name();
            case Conclusion conclusion -> "Conclusion " + conclusion.kind() + " " + conclusion.name();
            case Requirement requirement -> "Requirement " + requirement.kind();
            case UseAgent use ->
                use.purpose() == null
                        ? "UseAgent " + use.agent()
                        : "UseAgent " + use.agent() + " (" + use.purpose() + ")";
            case Proposal proposal -> proposal.getClass().getSimpleName();
            default -> String.valueOf(fact);
        };
    }
}

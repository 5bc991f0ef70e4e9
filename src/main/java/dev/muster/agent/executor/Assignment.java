package dev.muster.agent.executor;

import dev.muster.agent.AgentFile;
import dev.muster.plan.Plan.PlannedTask;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that an agent is given for one call.
 *
 * @param gate the kind of review; null where the purpose is none
 * @param inputs results of earlier calls, those of all earlier stages among them
 * @param findings what this round has to put right
 * @param deliverables what is to be handed in; the same in every round
 * @param successCriteria how one sees that the work is done; the same in every round
 * @param workFolder where the work is
 * @param attemptFolder Muster's own folder for this call: what the agent was told, and what does not fit into it
 * @param session the conversation to go on with; null for a new one
 * @param traceparent whose part the call is, as W3C's Trace Context has it; null where nobody traces
 */
public record Assignment(
        AttemptId id,
        Purpose purpose,
        @Nullable String gate,
        AgentFile agent,
        PlannedTask task,
        String instruction,
        List<Handed> inputs,
        List<Finding> findings,
        List<String> deliverables,
        List<String> successCriteria,
        Path workFolder,
        Path attemptFolder,
        CallAllowance allowance,
        @Nullable Session session,
        @Nullable String traceparent) {
    public Assignment {
        inputs = List.copyOf(inputs);
        findings = List.copyOf(findings);
        deliverables = List.copyOf(deliverables);
        successCriteria = List.copyOf(successCriteria);
    }

    public Assignment(
            AttemptId id,
            Purpose purpose,
            @Nullable String gate,
            AgentFile agent,
            PlannedTask task,
            String instruction,
            List<Handed> inputs,
            List<Finding> findings,
            List<String> deliverables,
            List<String> successCriteria,
            Path workFolder,
            Path attemptFolder,
            CallAllowance allowance,
            @Nullable Session session) {
        this(
                id,
                purpose,
                gate,
                agent,
                task,
                instruction,
                inputs,
                findings,
                deliverables,
                successCriteria,
                workFolder,
                attemptFolder,
                allowance,
                session,
                null);
    }

    public Assignment withSession(@Nullable Session other) {
        return with(other, traceparent);
    }

    public Assignment withTraceparent(@Nullable String other) {
        return with(session, other);
    }

    private Assignment with(@Nullable Session itsSession, @Nullable String itsTraceparent) {
        return new Assignment(
                id,
                purpose,
                gate,
                agent,
                task,
                instruction,
                inputs,
                findings,
                deliverables,
                successCriteria,
                workFolder,
                attemptFolder,
                allowance,
                itsSession,
                itsTraceparent);
    }
}

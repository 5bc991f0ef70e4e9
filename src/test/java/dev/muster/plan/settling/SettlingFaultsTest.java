package dev.muster.plan.settling;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.fact.Pattern;
import dev.muster.plan.OnFailure;
import dev.muster.plan.Policy;
import dev.muster.plan.Proposal.Before;
import dev.muster.plan.Proposal.CheckPhase;
import dev.muster.plan.Proposal.Duty;
import dev.muster.plan.Proposal.ReviewOutput;
import dev.muster.plan.Proposal.UseAgent;
import dev.muster.plan.Proposal.WorkIn;
import dev.muster.plan.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A policy that contradicts itself or names what is not there is told so, with the place of every fault. */
class SettlingFaultsTest {
    private final Policy policy = new Policy()
            .task("Work", "")
            .agents("api-master", "guardian", "tester")
            .phases("Build", "Test");

    @Test
    void unknown_agents_are_all_named_with_the_likely_right_one() {
        policy.rule("matrix", new UseAgent("api-mastr", Role.PRIMARY))
                .rule("gates", new ReviewOutput("api-mastre", "code", "gardian"))
                .rule("order", new Before("zzz", "build", "tester", "test"));

        assertFaults("""
                backend/rules.drl:10:1: No agent is called "api-mastr". Did you mean "api-master"?
                backend/rules.drl:20:1: No agent is called "api-mastre". Did you mean "api-master"?
                backend/rules.drl:20:1: No agent is called "gardian". Did you mean "guardian"?
                backend/rules.drl:30:1: No agent is called "zzz". There are: api-master, guardian, tester.""");
    }

    @Test
    void unknown_agent_in_a_table_is_told_at_its_row() {
        policy.row("matrix", "backend/selection.csv", 3, new UseAgent("testre", Role.PRIMARY));

        assertFaults("""
                backend/selection.csv:3:1: No agent is called "testre". Did you mean "tester"?""");
    }

    @Test
    void unknown_phases_are_named_even_where_nobody_works_in_them() {
        policy.rule("duty", new Duty("tester", "test", "Tset", "Test.", List.of(), true))
                .rule("check", new CheckPhase("Deploy", List.of("true"), OnFailure.STOP));

        assertFaults("""
                backend/rules.drl:10:1: No phase is called "Tset". Did you mean "Test"?
                backend/rules.drl:20:1: No phase is called "Deploy". There are: Build, Test.""");
    }

    @Test
    void step_in_two_phases_is_a_fault_of_both_duties() {
        policy.rule("use", new UseAgent("tester", Role.PRIMARY, "test"))
                .rule("one", new Duty("tester", "test", "Test", "Test.", List.of(), true))
                .rule("two", new Duty("tester", "test", "Build", "Test.", List.of(), true));

        assertFaults("""
                backend/rules.drl:20:1: tester (test) would stand in several phases: Build, Test.\
                 Give the second one a purpose of its own.
                backend/rules.drl:30:1: tester (test) would stand in several phases: Build, Test.\
                 Give the second one a purpose of its own.""");
    }

    @Test
    void step_in_two_modules_is_a_fault() {
        policy.module("web", "apps/web")
                .module("api", "apps/api")
                .rule("use", new UseAgent("tester", Role.PRIMARY, "test"))
                .rule("one", new WorkIn("tester", "web"))
                .rule("two", new WorkIn("tester", "api"));

        assertFaults("""
                backend/rules.drl:20:1: tester (test) would work in several modules: api, web. A step has one.""");
    }

    @Test
    void circle_is_named_step_by_step_with_its_rules() {
        policy.agents("outside")
                .rule("use", List.of(build("api-master"), build("guardian"), build("tester"), build("outside")))
                .rule("api first", before("api-master", "guardian"))
                .rule("guardian next", before("guardian", "tester"))
                .rule("tester first", before("tester", "api-master"))
                .rule("outside last", before("tester", "outside"));

        assertFaults("""
                backend/rules.drl:20:1: These steps wait for one another in a circle: api-master (build) →\
                 guardian (build) → tester (build) → api-master (build). The order comes from:\
                 api first (backend/rules.drl:20); guardian next (backend/rules.drl:30);\
                 tester first (backend/rules.drl:40). Take back one of them.""");
    }

    @Test
    void circle_that_a_step_only_leads_to_does_not_name_that_step() {
        policy.rule("use", List.of(build("api-master"), build("guardian"), build("tester")))
                .rule("one", before("guardian", "tester"))
                .rule("two", before("tester", "guardian"))
                .rule("three", before("tester", "api-master"));

        assertFaults("""
                backend/rules.drl:20:1: These steps wait for one another in a circle: guardian (build) →\
                 tester (build) → guardian (build). The order comes from: one (backend/rules.drl:20);\
                 two (backend/rules.drl:30). Take back one of them.""");
    }

    @Test
    void step_that_waits_for_itself_is_a_circle() {
        policy.rule("use", build("tester")).rule("order", before("tester", "tester"));

        assertFaults("""
                backend/rules.drl:20:1: These steps wait for one another in a circle: tester (build) → tester (build).\
                 The order comes from: order (backend/rules.drl:20). Take back one of them.""");
    }

    @Test
    void order_against_the_phases_is_a_fault_whether_the_step_blocks_or_not() {
        policy.rule("use", List.of(build("tester"), build("guardian"), build("api-master")))
                .rule("duty", new Duty("tester", "build", "Test", "Test.", List.of(), true))
                .rule("duty", new Duty("guardian", "build", "Build", "Guard.", List.of(), false))
                .rule("order", before("tester", "guardian"))
                .rule("too early", before("tester", "api-master"));

        assertFaults("""
                backend/rules.drl:30:1: "order" wants tester (build) before guardian (build), but the phase Test\
                 comes after the phase Build. Take the rule back, or put one of the steps into another phase.
                backend/rules.drl:40:1: "too early" wants tester (build) before api-master (build), but the phase Test\
                 comes after the phase Build. Take the rule back, or put one of the steps into another phase.""");
    }

    @Test
    void two_patterns_are_a_fault_of_both_rules() {
        policy.rule("one", new Pattern("feature")).rule("two", new Pattern("bugfix"));

        assertFaults("""
                backend/rules.drl:20:1: A plan has one pattern, but the rules found bugfix and feature.\
                 This one says bugfix: "two".
                backend/rules.drl:10:1: A plan has one pattern, but the rules found bugfix and feature.\
                 This one says feature: "one".""");
    }

    private static UseAgent build(String agent) {
        return new UseAgent(agent, Role.SUPPORTING, "build");
    }

    private static Before before(String agent, String then) {
        return new Before(agent, "build", then, "build");
    }

    /** The same faults in the same words, in whatever order the rules fired. */
    private void assertFaults(String expected) {
        for (long seed = 0; seed < 20; seed++) {
            long shuffle = seed;
            assertThatThrownBy(() -> policy.settleShuffled(shuffle))
                    .isInstanceOf(SettlingException.class)
                    .hasMessage(expected);
        }
    }
}

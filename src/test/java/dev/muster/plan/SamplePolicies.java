package dev.muster.plan;

import static dev.muster.plan.Policy.pack;

import dev.muster.fact.Category;
import dev.muster.fact.Pattern;
import dev.muster.fact.Requirement;
import dev.muster.fact.Scope;
import dev.muster.fact.TaskType;
import dev.muster.fact.Trigger;
import dev.muster.plan.Proposal.Ask;
import dev.muster.plan.Proposal.Before;
import dev.muster.plan.Proposal.CheckStep;
import dev.muster.plan.Proposal.Duty;
import dev.muster.plan.Proposal.Escalate;
import dev.muster.plan.Proposal.Estimate;
import dev.muster.plan.Proposal.Focus;
import dev.muster.plan.Proposal.HandOver;
import dev.muster.plan.Proposal.ReadSkill;
import dev.muster.plan.Proposal.Review;
import dev.muster.plan.Proposal.ReviewOutput;
import dev.muster.plan.Proposal.Risk;
import dev.muster.plan.Proposal.Rollback;
import dev.muster.plan.Proposal.SuccessCriterion;
import dev.muster.plan.Proposal.UseAgent;
import dev.muster.plan.Proposal.WorkIn;
import dev.muster.plan.settling.Frame.PhaseFrame;
import java.util.List;

/** Policies about tasks as people write them, with something in every part of a plan. */
public final class SamplePolicies {
    private SamplePolicies() {}

    public static Policy invoices() {
        return analysed()
                .agents("api-master", "database-architect", "test-specialist", "security-guardian", "docs-architect")
                .phases("Foundation", "Implementation")
                .parallel("Quality Assurance")
                .phase(documentation())
                .review("code", ReviewLevel.SOFT, 3)
                .module("api", "apps/api")
                .needs("docs/openapi.yaml")
                .rule(
                        "The matrix names the primary agent: the selection matrix has this task type",
                        new UseAgent("api-master", Role.PRIMARY),
                        "endpoint")
                .rule("stored things need a schema", use("database-architect", "design"), "store")
                .rule("what is built is tested", use("test-specialist", "test"))
                .rule(
                        "An upload is reviewed: files come from or go to people outside",
                        new Review("security", "security-guardian"),
                        "upload",
                        "PDF")
                .rule("an interface is documented", use("docs-architect", "document"), "endpoint")
                .rule("Every agent has its duties: this is what the agent is for", duties())
                .rule("uploads are checked", focus("Check size and type of every file"), "upload")
                .rule("tests are run", new CheckStep("api-master", List.of("npm", "run", "test all"), OnFailure.REWORK))
                .rule("code is read", new ReviewOutput("api-master", "code", "security-guardian"))
                .rule("skills", new ReadSkill("api-master", "file-upload"), "upload")
                .rule("modules", new WorkIn("api-master", "api"))
                .rule("schema first", new Before("database-architect", "design", "api-master", "implement"))
                .rule("going back", rollback())
                .rule("files hurt", new Risk("An uploaded file carries malware.", Severity.HIGH), "upload")
                .rule("mails get lost", new Risk("Mails are lost.", Severity.LOW), "e-mail")
                .rule("uploads work", new SuccessCriterion("An invoice of 10 MB is stored."), "invoices")
                .rule("several layers", new Estimate(Complexity.L), "store");
    }

    private static Policy analysed() {
        return new Policy()
                .task("Customers upload invoices", "Add an endpoint for PDF files, store them in S3, send an e-mail.")
                .ref("T001")
                .rule("an endpoint is asked for", new TaskType("new-api-endpoint"), "endpoint")
                .rule("Adding makes a feature: something is to be added", new Pattern("feature"), "Add")
                .rule(
                        "Layers make several concerns: more than one layer is touched",
                        new Scope("multi-concern"),
                        "endpoint",
                        "store")
                .rule("endpoints are API", new Category("api"), "endpoint")
                .rule("storage is data", new Category("data"), "store")
                .rule("files come from outside", new Trigger("security", "file-transfer"), "upload", "PDF")
                .rule("files can be large", new Trigger("performance", "large-data"), "files")
                .rule("it is asked for", functional("Customers upload invoices"), "Customers upload invoices")
                .rule("it is asked for", functional("Send an e-mail"), "send an e-mail")
                .rule("it is touched", new Requirement("affected", "S3"), "S3");
    }

    private static Requirement functional(String text) {
        return new Requirement("functional", text);
    }

    private static UseAgent use(String agent, String purpose) {
        return new UseAgent(agent, Role.SUPPORTING, purpose);
    }

    private static Focus focus(String text) {
        return new Focus("api-master", "implement", text);
    }

    private static PhaseFrame documentation() {
        return new PhaseFrame(
                "Documentation & Deployment",
                PhaseMode.SEQUENTIAL,
                Optionality.ASK,
                false,
                "Is the API document up to date?",
                List.of(new Plan.Check(List.of("npm", "run", "docs"), OnFailure.STOP, List.of(pack(12, "docs")))),
                List.of(),
                pack(11, "Documentation & Deployment"));
    }

    private static List<Duty> duties() {
        return List.of(
                new Duty("database-architect", "design", "Foundation", "Design the schema.", List.of("schema"), true),
                new Duty("api-master", "implement", "Implementation", "Build it.", List.of("endpoint", "DTOs"), true),
                new Duty("test-specialist", "test", "Quality Assurance", "Test it.", List.of("tests"), true),
                new Duty("security-guardian", "review", "Quality Assurance", "Look for holes.", List.of(), true),
                new Duty("docs-architect", "document", "Documentation & Deployment", "Document it.", List.of(), false));
    }

    private static List<Rollback> rollback() {
        return List.of(
                new Rollback("database-architect", "design", "Run the migration down."),
                new Rollback("api-master", "implement", "Revert the commit."));
    }

    public static Policy unclear() {
        return new Policy()
                .task("", "Make the login better. It is bad.")
                .agents("api-master")
                .phases("Implementation")
                .rule("something is to be built", new UseAgent("api-master", Role.PRIMARY), "Make")
                .rule("nobody said what", new Ask("goal", "What is bad about it?"), "better")
                .rule("nobody said how", new Ask("method", "Which login?", List.of("password", "single sign-on")))
                .rule("too little is said", new Escalate("missing-requirements", "the author"), "better");
    }

    public static Policy elsewhere() {
        return new Policy()
                .task("Make the button green", "")
                .phases("Implementation")
                .rule("buttons are frontend", new HandOver("the frontend team"), "button");
    }

    public static Policy small() {
        return new Policy()
                .task("Rename the orders endpoint", "")
                .agents("api-master")
                .phases("Implementation")
                .rule(
                        "The matrix names the primary agent: the selection matrix has this task type",
                        new UseAgent("api-master", Role.PRIMARY),
                        "endpoint");
    }

    public static Policy nested() {
        PhaseFrame plan = Policy.stage("Plan", Policy.stage("Survey"), Policy.stage("Decide"));
        PhaseFrame announce = new PhaseFrame(
                "Announce", PhaseMode.SEQUENTIAL, Optionality.NEVER, true, null, List.of(), List.of(), pack(9, "it"));
        return new Policy()
                .task("Move the orders module", "")
                .agents("surveyor", "architect")
                .phase(plan)
                .phase(announce)
                .atMostSteps(2)
                .rule("moves are surveyed", use("surveyor", "survey"), "Move")
                .rule("moves are decided", new UseAgent("architect", Role.PRIMARY, "decide"), "Move")
                .rule("moves are drawn", use("architect", "draw"), "Move")
                .rule("stages", new Duty("surveyor", "survey", "Survey", "Look around.", List.of("map"), true))
                .rule("stages", new Duty("architect", "decide", "Decide", "Decide.", List.of(), true))
                .rule("stages", new Duty("architect", "draw", "Decide", "Draw it.", List.of(), false));
    }
}

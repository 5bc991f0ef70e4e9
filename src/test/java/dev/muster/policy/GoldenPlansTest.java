package dev.muster.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.plan.Plan;
import dev.muster.plan.TaskContext;
import dev.muster.plan.Workspace;
import dev.muster.plan.rendering.PlanMarkdown;
import dev.muster.plan.settling.Settling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plans of every pack for realistic tasks, compared whole. {@code ./muster test --approve} writes them anew. */
class GoldenPlansTest {
    private static final Path FOLDER = Path.of("src/test/resources/dev/muster/policy/golden");

    record Golden(String pack, String name, String title, String text, TaskContext context) {
        Golden(String pack, String name, String title, String text) {
            this(pack, name, title, text, TaskContext.NONE);
        }

        @Override
        public String toString() {
            return pack + "-" + name;
        }
    }

    static Stream<Golden> plans() {
        return Stream.of(
                new Golden(
                        "backend",
                        "upload",
                        "Customers upload invoices",
                        "Add an endpoint where customers upload invoices as PDF. Store them in S3 and notify the accountant by e-mail."),
                new Golden(
                        "backend",
                        "bug",
                        "Nightly report job sends the same mail twice",
                        "When Redis restarts during the run, the job starts again and customers get the mail twice. Fix it."),
                new Golden(
                        "backend",
                        "slow",
                        "Order list is too slow",
                        "The query behind the order list takes 8 seconds for customers with thousands of orders. Make it faster; the schema must not change."),
                new Golden(
                        "go-aws",
                        "assets",
                        "",
                        "Implement POST /api/assets with validation, DynamoDB storage, and tests"),
                new Golden(
                        "go-aws",
                        "schedules",
                        "Scan schedules in Nebula",
                        "Create a DynamoDB table for scan schedules and an SQS queue. A worker in nebula starts the scans and retries those that fail."),
                new Golden(
                        "go-aws",
                        "panic",
                        "",
                        "Fix the nil pointer panic in the job handler when the target has no owner"),
                new Golden(
                        "api-worker",
                        "first-build",
                        "Build the NuuMee backend",
                        "Users sign in with Firebase Auth, upload a video and an image, pay with Stripe credits, and get a generated video back."),
                new Golden(
                        "api-worker",
                        "watermark",
                        "Watermark for free users",
                        "Add a watermark to videos of users without a subscription. It must not be possible to download the clip without it.",
                        TaskContext.NONE.withWorkspace(new Workspace(List.of("docs/openapi.yaml"), List.of(), true))),
                new Golden(
                        "api-worker",
                        "worker-fix",
                        "",
                        "Fix only the worker: jobs get stuck when FFmpeg crashes on long videos"),
                new Golden(
                        "feature-delivery",
                        "jwt",
                        "",
                        "I need to add JWT-based authentication to my REST API with login, logout, and token refresh endpoints"),
                new Golden(
                        "feature-delivery",
                        "payments",
                        "Stripe payments",
                        "Implement Stripe payment integration with webhook handling and order management. Orders are tabularium datatypes. Operators refund from the command line.",
                        TaskContext.of(List.of(), List.of(), List.of(), Map.of("confirm-requirements", "confirmed"))),
                new Golden(
                        "feature-delivery",
                        "archive",
                        "Archive of old reports",
                        "Reports older than a year move to cold storage in S3 by a nightly job and can be restored on request."),
                new Golden(
                        "fastapi-firebase",
                        "registration",
                        "",
                        "I need to create a user registration endpoint that stores data in Firebase and returns a JWT token"),
                new Golden(
                        "fastapi-firebase",
                        "broken-login",
                        "",
                        "Our login flow is broken - JWT tokens aren't being validated correctly and Firebase auth state isn't syncing properly"),
                new Golden(
                        "fastapi-firebase",
                        "history",
                        "",
                        "Add an endpoint that returns the history of a user's orders and stores each view"));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void plan_is_the_one_that_was_approved(Golden golden) throws IOException {
        Plan.PlannedTask task = new Plan.PlannedTask(null, golden.title(), golden.text(), golden.context());
        Plan.PackRef ref = new Plan.PackRef(golden.pack(), "golden", List.of());
        Plan plan =
                Planner.plan(Shipped.pack(golden.pack()), new Settling.Stamp("golden", 1, Instant.EPOCH, ref, task));
        String document = PlanMarkdown.render(plan, false);
        Path file = FOLDER.resolve(golden + ".md");
        if (System.getProperty("approve") != null) {
            Files.writeString(file, document);
        }

        assertThat(document)
                .as(file + "; ./muster test --approve writes it anew")
                .isEqualTo(Files.readString(file));
    }
}

package dev.muster.run.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.PlanJson;
import dev.muster.run.Bench;
import dev.muster.run.Reports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RunReportTest {
    private static final Path FOLDER = Path.of("src/test/resources/dev/muster/run/report");

    @Test
    void completeRun_isToldAsDataAndAsADocument() throws IOException {
        RunReport report = report(Reports.complete());

        compare("complete.json", PlanJson.pretty(report) + "\n");
        compare("complete.md", ReportMarkdown.of(report));
    }

    @Test
    void waitingRun_saysWhomItWaitsFor() throws IOException {
        RunReport report = report(Reports.waiting());

        assertThat(report.status()).isEqualTo("blocked");
        assertThat(report.phasesCompleted()).containsExactly("Build", "Tests");
        assertThat(report.nextSteps())
                .first()
                .isEqualTo("Answer ask-1, for whoever started the run: Is phase Docs wanted? (yes, no)");
        compare("waiting.md", ReportMarkdown.of(report));
    }

    @Test
    void cancelledRun_isCancelledAndNothingOfItInProgress() {
        RunReport report = report(Reports.cancelled());

        assertThat(report.status()).isEqualTo("cancelled");
        RunReport.PhaseReport build = report.phases().getFirst();
        assertThat(build.status()).isEqualTo("cancelled");
        assertThat(build.notDone()).containsExactly("a");
        assertThat(build.pending()).containsExactly("b");
        assertThat(build.inProgress()).isEmpty();
        assertThat(ReportMarkdown.of(report)).contains("not done").doesNotContain("in progress");
    }

    @Test
    void verification_isSilentWhereNothingRan() {
        Bench run = Reports.complete();

        RunReport early = RunReport.of(run.brief(), run.log().subList(0, 3));

        assertThat(early.status()).isEqualTo("in_progress");
        assertThat(early.verification()).isEqualTo(new RunReport.Verification(null, null));
    }

    @Test
    void tests_areToldFromOtherChecksByTheirCommand() {
        assertThat(new String[] {
                    "npm test", "pytest tests/ -v", "go test ./...", "mvn -q test", "npx jest", "npm run test:e2e"
                })
                .allMatch(Verified::isTest);
        assertThat(new String[] {"npm run build", "go vet ./...", "ls apps/latest", "mypy apps/", "ffmpeg -version"})
                .noneMatch(Verified::isTest);
    }

    private static RunReport report(Bench run) {
        return RunReport.of(run.brief(), run.log());
    }

    private static void compare(String file, String text) throws IOException {
        Path path = FOLDER.resolve(file);
        if (System.getProperty("approve") != null) {
            Files.createDirectories(FOLDER);
            Files.writeString(path, text);
        }
        assertThat(text).isEqualTo(Files.readString(path));
    }
}

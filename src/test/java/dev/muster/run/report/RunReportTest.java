package dev.muster.run.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.json.Json;
import dev.muster.run.Bench;
import dev.muster.run.Reports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RunReportTest {
    private static final Path FOLDER = Path.of("src/test/resources/dev/muster/run/report");

    @Test
    void complete_run_is_told_as_data_and_as_a_document() throws IOException {
        RunReport report = report(Reports.complete());

        compare("complete.json", Json.pretty(report) + "\n");
        compare("complete.md", ReportMarkdown.of(report));
    }

    @Test
    void waiting_run_says_whom_it_waits_for() throws IOException {
        RunReport report = report(Reports.waiting());

        assertThat(report.status()).isEqualTo("blocked");
        assertThat(report.phasesCompleted()).containsExactly("Build", "Tests");
        assertThat(report.nextSteps())
                .first()
                .isEqualTo("Answer ask-1, for whoever started the run: Is phase Docs wanted? (yes, no)");
        compare("waiting.md", ReportMarkdown.of(report));
    }

    @Test
    void cancelled_run_is_cancelled_and_nothing_of_it_in_progress() {
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
    void verification_is_silent_where_nothing_ran() {
        Bench run = Reports.complete();

        RunReport early = RunReport.of(run.brief(), run.log().subList(0, 3));

        assertThat(early.status()).isEqualTo("in_progress");
        assertThat(early.verification()).isEqualTo(new RunReport.Verification(null, null));
    }

    @Test
    void tests_are_told_from_other_checks_by_their_command() {
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

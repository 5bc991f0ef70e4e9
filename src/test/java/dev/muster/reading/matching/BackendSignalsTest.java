package dev.muster.reading.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.fact.Signal;
import dev.muster.fact.Task;
import dev.muster.reading.Reader;
import dev.muster.reading.Reading;
import dev.muster.source.Faults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackendSignalsTest {
    static final Path FILE = Path.of("rules/backend/signals.yaml");

    static Signals backend() throws IOException {
        Faults faults = new Faults();
        Signals signals = Signals.parse("backend/signals.yaml", Files.readString(FILE), faults);
        faults.throwIfAny();
        return signals;
    }

    @Test
    void upload_of_invoices_shows_what_it_is_about() throws IOException {
        Reading reading = Reader.read(
                new Task(
                        "",
                        "Add an endpoint where customers upload invoices as PDF, store them in S3 and notify the accountant by e-mail"),
                backend());

        assertThat(names(reading))
                .contains("add", "endpoint", "person-word", "file-word", "third-party-word", "S3", "e-mail")
                .doesNotContain("payment", "repair", "faulty", "deployment", "frontend", "login", "login-word");
    }

    static List<String> names(Reading reading) {
        return reading.signals().stream().map(Signal::name).toList();
    }
}

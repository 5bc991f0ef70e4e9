package dev.muster.cli.admin;

import dev.muster.cli.services.GlobalOptions;
import dev.muster.cli.terminal.ExitCode;
import jakarta.enterprise.inject.Vetoed;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code muster health}. Starts nothing of the program but itself: it is asked every few seconds. */
@Vetoed // made by hand in Commands, before anything is wired
@Command(
        name = "health",
        header = "Ask a server whether it is ready: exit code 0 where it is, 1 where it is not.",
        description = {
            "For containers, which have no shell to ask with. Asks the server of --server or MUSTER_URL, else the one on",
            "--port or MUSTER_PORT of this machine."
        })
public final class HealthCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final GlobalOptions global;
    private final Map<String, String> environment;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    public HealthCommand(GlobalOptions global, Map<String, String> environment) {
        this.global = global;
        this.environment = environment;
    }

    @Override
    public Integer call() throws InterruptedException {
        URI ready = URI.create(server().replaceFirst("/$", "") + "/q/health/ready");
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(ready).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
            spec.commandLine().getOut().println(answer.body().strip());
            spec.commandLine().getOut().flush();
            return answer.statusCode() == 200 ? ExitCode.DONE : ExitCode.FAILED;
        } catch (IOException e) {
            spec.commandLine()
                    .getErr()
                    .println("muster: " + ready + " does not answer"
                            + (e.getMessage() == null ? "." : ": " + e.getMessage()));
            spec.commandLine().getErr().flush();
            return ExitCode.FAILED;
        }
    }

    private String server() {
        Map<String, String> said = global.properties();
        String url = or(said.get("muster.url"), environment.get("MUSTER_URL"));
        String port = or(said.get("muster.port"), environment.get("MUSTER_PORT"));
        return url != null ? url : "http://127.0.0.1:" + (port == null ? "8080" : port);
    }

    private static @Nullable String or(@Nullable String flag, @Nullable String variable) {
        return flag == null ? variable : flag;
    }
}

package dev.muster.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.refusal.SettingFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsCheckTest {
    @TempDir
    Path folder;

    @Test
    void settings_that_are_right_have_no_faults() throws IOException {
        Path file = Files.writeString(folder.resolve("keys.json"), "{}");
        Map<String, String> environment = new HashMap<>(Map.of(
                "MUSTER_RULES", folder.toString(),
                "MUSTER_DATA", folder.resolve("a/b").toString(),
                "MUSTER_PORT", "0",
                "MUSTER_URL", "https://muster.example:8443/x",
                "MUSTER_DATABASE", "jdbc:postgresql://localhost:5432/muster",
                "MUSTER_DATABASE_USER", "me",
                "MUSTER_AUTH", "Always",
                "MUSTER_ADMIN_KEY", "0123456789abcdef0123456789abcdef",
                "MUSTER_TOKENS_ISSUER", "https://issuer.example",
                "MUSTER_TOKENS_KEYS", file.toString()));
        environment.put("MUSTER_SERVICE_HOST", "10.0.0.1");
        environment.put("MUSTER_DB_PORT_5432_TCP_ADDR", "10.0.0.2");
        environment.put("MUSTER_STEP", "a");
        environment.put("PATH", "/bin");

        assertThat(SettingsCheck.faults(Map.of(), environment, true)).isEmpty();
        assertThat(SettingsCheck.faults(Map.of(), Map.of("MUSTER_DATA", folder.toString()), true))
                .isEmpty();
    }

    @Test
    void faults_are_told_all_at_once_without_secrets() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Path operator = Files.writeString(folder.resolve("operator.yaml"), "executers: {}\n");
        Map<String, String> environment = Map.ofEntries(
                Map.entry("MUSTER_RULES", folder.resolve("rulez").toString()),
                Map.entry("MUSTER_DATA", file.resolve("data").toString()),
                Map.entry("MUSTER_OPERATOR", operator.toString()),
                Map.entry("MUSTER_PORT", "tcp://10.0.0.1:80"),
                Map.entry("MUSTER_URL", "localhost:8080"),
                Map.entry("MUSTER_DATABASE", "postgres://me:secret@db/muster?password=secret"),
                Map.entry("MUSTER_AUTH", "never"),
                Map.entry("MUSTER_ADMIN_KEY", "secret"),
                Map.entry("MUSTER_TOKENS_ISSUER", "https://issuer.example"),
                Map.entry("MUSTER_TOKENS_AUDIENCE", ""),
                Map.entry("MUSTER_AUHT", "secret"),
                Map.entry("MUSTER_SOMETHING_ELSE", "secret"));

        List<SettingFault> faults = SettingsCheck.faults(Map.of("muster.port", "80a"), environment, true);

        String told = String.join(
                        "\n", faults.stream().map(SettingFault::toString).toList())
                .replace(folder.toString(), "FOLDER");
        assertThat(told).isEqualTo("""
                MUSTER_RULES: "FOLDER/rulez" is no folder that is there. Name a folder that is there.
                MUSTER_DATA: "FOLDER/file/data" is no folder, and none can be made there. Name a folder, or one that can be made.
                --port: "80a" is no port. Write a number from 0 to 65535; 0 takes any port that is free.
                MUSTER_URL: "localhost:8080" is none of what it can be. Write http://HOST:PORT.
                MUSTER_DATABASE: "postgres://db/muster" is no database that Muster can use. Write\
                 jdbc:postgresql://HOST:PORT/DATABASE; without it a file in the data folder is used.
                MUSTER_AUTH: "never" is none of what it can be. Write elsewhere or always.
                MUSTER_ADMIN_KEY: It has 6 characters, and could be guessed. Take at least 32 random characters, such as\
                 `openssl rand -hex 32` gives.
                MUSTER_TOKENS_ISSUER: It says nothing without MUSTER_TOKENS_KEYS. Set that as well, or neither.
                MUSTER_TOKENS_AUDIENCE: It is set to nothing. Take it out, or give it a value.
                MUSTER_AUHT: There is no such setting. Did you mean MUSTER_AUTH?
                MUSTER_SOMETHING_ELSE: There is no such setting. Take it out; docs/configuration.md has all that there are.
                MUSTER_OPERATOR: FOLDER/operator.yaml:1:1: Unknown key "executers" in the file. Did you mean "executors"?\
                 docs/executors.md has an example.""");
    }

    @Test
    void address_that_kubernetes_tells_is_named_as_such() {
        assertThat(SettingsCheck.faults(Map.of(), Map.of("MUSTER_PORT", "tcp://10.0.0.1:80"), false))
                .singleElement()
                .asString()
                .contains("enableServiceLinks: false");
    }

    @Test
    void operators_file_and_data_folder_are_looked_at_for_servers_alone() throws IOException {
        Map<String, String> nowhere = Map.of("MUSTER_DATA", "/dev/null/nowhere");
        assertThat(SettingsCheck.faults(Map.of(), nowhere, false)).isEmpty();
        assertThat(SettingsCheck.faults(Map.of(), nowhere, true)).hasSize(1);
        Files.writeString(folder.resolve("operator.yaml"), "executers: {}\n");
        Map<String, String> environment = Map.of("MUSTER_DATA", folder.toString());

        assertThat(SettingsCheck.faults(Map.of(), environment, false)).isEmpty();
        assertThat(SettingsCheck.faults(Map.of(), environment, true)).hasSize(1);
    }
}

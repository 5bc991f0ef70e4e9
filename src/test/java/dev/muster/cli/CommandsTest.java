package dev.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.cli.terminal.ExitCode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandsTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private CommandLine line(String... arguments) {
        return Commands.line(
                List.of(arguments),
                () -> {
                    throw new AssertionError("nothing is to be carried out");
                },
                out,
                err);
    }

    private String complaint(String... arguments) {
        assertThat(line(arguments).execute(arguments)).isEqualTo(ExitCode.USAGE);
        return err.toString(StandardCharsets.UTF_8);
    }

    static List<String> verbs() {
        return Commands.names();
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void verb_that_is_named_is_there_under_its_own_name(String verb) {
        assertThat(line(verb).getSubcommands())
                .extractingByKey(verb, InstanceOfAssertFactories.type(CommandLine.class))
                .extracting(CommandLine::getCommandName)
                .isEqualTo(verb);
    }

    @Test
    void only_verbs_that_are_named_are_made() {
        assertThat(line("plan", "--why", "Add an endpoint").getSubcommands()).containsOnlyKeys("plan");
        assertThat(line("plan", "run").getSubcommands()).containsOnlyKeys("plan", "run");
    }

    @Test
    void option_may_have_a_value_that_is_a_verb_too() {
        String[] arguments = {"--rules", "rules", "--agents", "agents", "agents", "check"};
        assertThat(line(arguments)
                        .parseArgs(arguments)
                        .subcommand()
                        .commandSpec()
                        .name())
                .isEqualTo("agents");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "help", "-h", "--version", "plam"})
    void without_a_verb_all_are_there(String argument) {
        assertThat(line(argument).getSubcommands())
                .containsKeys(Commands.names().toArray(String[]::new));
    }

    @Test
    void help_lists_all_verbs() {
        line("help").execute("help");

        assertThat(out.toString(StandardCharsets.UTF_8)).contains(Commands.names());
    }

    @Test
    void verb_that_is_not_there_is_told_with_the_nearest_of_all() {
        assertThat(complaint("rnu", "plan"))
                .contains("There is no verb \"rnu\".")
                .contains("\"run\"");
    }

    @Test
    void option_that_is_not_there_is_told_with_the_nearest() {
        assertThat(complaint("plan", "--wyh"))
                .contains("There is no option \"--wyh\".")
                .contains("--why");
    }
}

package dev.muster.agent.executor.operator;

import dev.muster.agent.executor.CallMethod;
import dev.muster.agent.executor.Checks;
import dev.muster.agent.executor.operator.OperatorConfig.Settings;
import dev.muster.agent.executor.program.CheckRunner;
import dev.muster.agent.executor.program.CommandExecutor;
import dev.muster.agent.executor.rehearsal.SeededRehearsal;
import dev.muster.secret.Masking;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The executors that the operator's configuration names, ready to be called. */
public final class Executors {
    private final OperatorConfig config;
    private final Map<String, String> own;
    private final Masking masking;

    /**
     * The executors of a configuration.
     *
     * @param own Muster's own environment, of which programs get to see what the configuration allows
     * @param masking takes secrets out of what programs print
     */
    public Executors(OperatorConfig config, Map<String, String> own, Masking masking) {
        this.config = config;
        this.own = Map.copyOf(own);
        this.masking = masking;
    }

    /** The executor of that name; null where there is none any more. */
    public @Nullable CallMethod how(String name) {
        Settings settings = config.executors().get(name);
        return settings == null
                ? null
                : switch (settings) {
                    case Settings.Command(var command) ->
                        new CallMethod.Inside(name, new CommandExecutor(command, own, masking));
                    case Settings.Worker(var lease) -> new CallMethod.Worker(name, lease);
                    case Settings.Person() -> new CallMethod.Person(name);
                    case Settings.Rehearsed(var rehearsal) ->
                        new CallMethod.Rehearsed(name, new SeededRehearsal(rehearsal));
                };
    }

    public Set<String> names() {
        return config.executors().keySet();
    }

    public Checks checks() {
        return new CheckRunner(config.checks(), own, masking);
    }
}

package dev.muster.app;

import dev.muster.agent.executor.operator.Executors;
import dev.muster.agent.executor.operator.OperatorConfig;
import dev.muster.agent.executor.operator.OperatorYaml;
import dev.muster.source.FaultException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The operator's configuration. It is outside of all packs, since it says what may be started on this machine, and it is read
 * when it is needed, so that a change needs no restart.
 */
@ApplicationScoped
public class OperatorFile {
    private static final String NAME = "operator.yaml";

    private final @Nullable Path named;
    private final Path usual;
    private final Map<String, String> environment;

    @Inject
    OperatorFile(MusterConfig config, DataFolder data) {
        this(config.operator().orElse(null), data.path().resolve(NAME), System.getenv());
    }

    OperatorFile(@Nullable Path named, Path usual, Map<String, String> environment) {
        this.named = named;
        this.usual = usual;
        this.environment = Map.copyOf(environment);
    }

    /**
     * What it says; where there is no file, that nothing may be started.
     *
     * @throws Refusal where it cannot be used as it is
     */
    public OperatorConfig config() {
        Path file = named == null ? usual : named;
        try {
            return OperatorYaml.read(file.toString(), Files.readString(file));
        } catch (FaultException e) {
            throw new Refusal(new Reason.BrokenOperatorFile(file.toString(), e.faults()), e);
        } catch (NoSuchFileException e) {
            if (named == null) {
                return OperatorConfig.NONE;
            }
            throw new Refusal(new Reason.NoOperatorFile(file.toString(), "it is not there"), e);
        } catch (CharacterCodingException e) {
            throw new Refusal(new Reason.NoOperatorFile(file.toString(), "it is not UTF-8"), e);
        } catch (IOException e) {
            throw new Refusal(new Reason.NoOperatorFile(file.toString(), String.valueOf(e.getMessage())), e);
        }
    }

    /** The executors that it names. */
    public Executors executors() {
        return new Executors(config(), environment);
    }
}

package dev.muster.app.operator;

import dev.muster.agent.executor.operator.Executors;
import dev.muster.agent.executor.operator.OperatorConfig;
import dev.muster.agent.executor.operator.OperatorYaml;
import dev.muster.app.config.DataFolder;
import dev.muster.app.config.MusterConfig;
import dev.muster.app.refusal.Refusal;
import dev.muster.app.refusal.RunReason;
import dev.muster.app.settings.OperatorText;
import dev.muster.file.UnfitFileException;
import dev.muster.secret.Masking;
import dev.muster.secret.Secret;
import dev.muster.source.FaultException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The operator's configuration. It is outside of all packs, since it says what may be started on this machine, and it is read
 * when it is needed, so that a change needs no restart.
 */
@ApplicationScoped
public class OperatorFile {
    private final @Nullable Path named;
    private final Path data;
    private final Map<String, String> environment;
    private final Masks masks;
    private volatile @Nullable ReadFile last;

    @Inject
    public OperatorFile(MusterConfig config, DataFolder data) {
        this(config.operator().orElse(null), data.path(), System.getenv(), Masks.ours(config, System.getenv()));
    }

    public OperatorFile(@Nullable Path named, Path data, Map<String, String> environment, List<Secret> ours) {
        this.named = named;
        this.data = data;
        this.environment = Map.copyOf(environment);
        this.masks = new Masks(ours);
    }

    /** A file as it was read last, so that the same text is not taken apart again and again. */
    private record ReadFile(String text, OperatorConfig config) {}

    /**
     * What it says; where there is no file, that nothing may be started.
     *
     * @throws Refusal where it cannot be used as it is
     */
    public OperatorConfig config() {
        Path file = named == null ? OperatorText.usual(data) : named;
        try {
            return read(file);
        } catch (FaultException e) {
            throw new Refusal(new RunReason.BrokenOperatorFile(file.toString(), e.faults()), e);
        } catch (NoSuchFileException e) {
            if (named == null) {
                return OperatorConfig.NONE;
            }
            throw new Refusal(new RunReason.NoOperatorFile(file.toString(), "it is not there"), e);
        } catch (UnfitFileException e) {
            throw new Refusal(
                    new RunReason.NoOperatorFile(
                            file.toString(), "it " + e.what().replaceFirst("\\.$", "")),
                    e);
        } catch (CharacterCodingException e) {
            throw new Refusal(new RunReason.NoOperatorFile(file.toString(), "it is not UTF-8"), e);
        } catch (IOException e) {
            throw new Refusal(new RunReason.NoOperatorFile(file.toString(), String.valueOf(e.getMessage())), e);
        }
    }

    private OperatorConfig read(Path file) throws IOException {
        String text = named == null ? OperatorText.in(data) : OperatorText.named(file);
        ReadFile before = last;
        if (before != null && before.text.equals(text)) {
            return before.config;
        }
        OperatorConfig config = OperatorYaml.read(file.toString(), text);
        last = new ReadFile(text, config);
        return config;
    }

    /** The executors that it names. */
    public Executors executors() {
        OperatorConfig config = config();
        return new Executors(config, environment, masks.with(config.secrets(environment)));
    }

    /** Takes out of texts what programs are given, or were since this process began, and Muster's own keys. */
    public Masking masking() {
        try {
            return masks.with(config().secrets(environment));
        } catch (Refusal _) {
            return masks.with(List.of()); // whoever wants to call somebody is told what is wrong with the file
        }
    }
}

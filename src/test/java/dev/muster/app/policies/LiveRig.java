package dev.muster.app.policies;

import dev.muster.app.LivePolicies;
import dev.muster.app.SmallPack;
import dev.muster.app.config.AuthMode;
import dev.muster.app.config.MusterConfig;
import dev.muster.app.config.ServerMode;
import dev.muster.app.operator.OperatorFile;
import dev.muster.app.planning.MemoryPlans;
import dev.muster.app.planning.PlanTask;
import dev.muster.app.planning.Replaying;
import dev.muster.app.planning.RoutingFiles;
import dev.muster.app.planning.Submission;
import dev.muster.app.ports.Telemetry;
import dev.muster.app.watch.FolderStamp;
import dev.muster.app.watch.PolicyWatch;
import dev.muster.plan.Plan;
import dev.muster.plan.TaskContext;
import dev.muster.policy.live.PackStatus;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** A server's policies without a server: over folders of a test, with a clock that stands still until it is set. */
public final class LiveRig {
    public final Clock clock = new Clock();
    public final MemoryPolicies store;
    public final PolicyFiles files;
    public final PolicyHolder holder;
    public final PolicyReload reload;
    public final LivePolicies policies;
    private final SmallPack pack;
    private final PlanTask planTask;
    private final PolicyWatch watch;
    final MemoryPlans plans = new MemoryPlans();

    public LiveRig(SmallPack pack) {
        this(pack, new MemoryPolicies());
    }

    public LiveRig(SmallPack pack, MemoryPolicies store) {
        this.pack = pack;
        this.store = store;
        Config config = new Config(Optional.of(pack.rules()), Optional.of(pack.agents()), pack.name());
        PolicyFolders folders = new PolicyFolders(config);
        files = new PolicyFiles(config, folders);
        PolicyVersions versions = new PolicyVersions(store, clock);
        CaseRuns cases = new CaseRuns();
        ReloadLog log = new ReloadLog();
        Publication publication = new Publication(versions, cases, log, Telemetry.NONE, new ServerMode(true));
        holder = new PolicyHolder(new InitialPolicies(files, publication, clock), publication);
        reload = new PolicyReload(files, holder, publication, log, clock);
        policies = new LivePolicies(holder, reload, versions, cases, new Replaying(plans, versions));
        planTask = new PlanTask(
                holder,
                config,
                clock,
                new Random(1),
                new RoutingFiles(folders),
                new OperatorFile(null, pack.agents(), Map.of(), List.of()),
                Telemetry.NONE);
        watch = new PolicyWatch(reload, holder, files, clock, Runnable::run);
        holder.inForce();
        look();
    }

    public static final class Clock implements InstantSource {
        private volatile Instant now = Instant.parse("2026-01-02T03:04:05Z");

        @Override
        public Instant instant() {
            return now;
        }

        public void pass(Duration time) {
            now = now.plus(time);
        }
    }

    private record Config(Optional<Path> rules, Optional<Path> agents, String pack) implements MusterConfig {
        @Override
        public LogForm log() {
            return LogForm.TEXT;
        }

        @Override
        public Optional<URI> otlpEndpoint() {
            return Optional.empty();
        }

        @Override
        public Optional<String> logLevel() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> operator() {
            return Optional.empty();
        }

        @Override
        public Path data() {
            return rules.orElseThrow().resolveSibling("data");
        }

        @Override
        public Optional<String> database() {
            return Optional.empty();
        }

        @Override
        public Optional<String> databaseUser() {
            return Optional.empty();
        }

        @Override
        public Optional<String> databasePassword() {
            return Optional.empty();
        }

        @Override
        public String host() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int port() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<URI> url() {
            return Optional.empty();
        }

        @Override
        public Optional<String> key() {
            return Optional.empty();
        }

        @Override
        public AuthMode auth() {
            return AuthMode.ELSEWHERE;
        }

        @Override
        public Optional<String> adminKey() {
            return Optional.empty();
        }

        @Override
        public Tokens tokens() {
            throw new UnsupportedOperationException();
        }
    }

    /** Looks as often as the watch wants to until it wants to rest for long, as if time flew. */
    public void look() {
        look(watch);
    }

    public void look(PolicyWatch watch) {
        for (int i = 0; i < 1000; i++) {
            Duration wait = watch.look(false, FolderStamp.of(files.folders()));
            if (wait.compareTo(PolicyWatch.REST) > 0) {
                return;
            }
            clock.pass(wait);
        }
        throw new AssertionError("The watch does not come to rest.");
    }

    /** Another watch over the same folders. */
    public PolicyWatch watch(Executor taking) {
        return new PolicyWatch(reload, holder, files, clock, taking);
    }

    /** One look. */
    public Duration step() {
        return watch.look(false, FolderStamp.of(files.folders()));
    }

    public PackStatus standing() {
        return Objects.requireNonNull(holder.inForce().find(pack.name()));
    }

    @Nullable
    public String served() {
        PackStatus standing = holder.inForce().find(pack.name());
        return standing == null || standing.served() == null
                ? null
                : standing.served().version();
    }

    public PackSummary summary() {
        return policies.policy(pack.name());
    }

    public Plan plan() {
        return planTask.plan(new Submission("", "Work", pack.name(), null, TaskContext.NONE));
    }

    /** Which editions a plan shows: of the rule and of the table. */
    public static List<String> editions(Plan plan) {
        return List.of(
                plan.phases().getFirst().steps().getFirst().instruction(),
                plan.risks().getFirst().text());
    }
}

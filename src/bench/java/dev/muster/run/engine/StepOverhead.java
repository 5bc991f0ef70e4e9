package dev.muster.run.engine;

import com.sun.management.OperatingSystemMXBean;
import dev.muster.plan.Plan;
import dev.muster.run.event.Assigned;
import dev.muster.run.event.ExecutorKind;
import dev.muster.run.event.Proof;
import dev.muster.run.event.RunBrief;
import dev.muster.run.event.RunMode;
import dev.muster.run.event.RunStatus;
import dev.muster.store.PostgresServer;
import dev.muster.store.TestDatabase;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;

/**
 * What the engine adds to a step whose agent answers at once: time, CPU of this process, and writes to disk, beside one raw
 * commit of one row on the same database in the same minute. Figures of a machine mean little; the ratio does.
 */
public final class StepOverhead {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final int STEPS = 200;
    private static final int ROUNDS = 9;
    private static final int WARM_UP = 15;

    private int runs;
    private final String url;
    private final TestDatabase database;
    private final DurableEngine engine;

    private StepOverhead(String url) {
        this(url, "bench");
    }

    private StepOverhead(String url, String name) {
        this.url = url;
        this.database = TestDatabase.at(url);
        this.engine = database.engine(name, TestWorkplace.quick(), Clock.systemUTC());
        engine.open();
    }

    /** Arguments: {@code sqlite}, {@code postgresql}, {@code load}, {@code waiting}; all without any. {@code chain} is for strace to watch. */
    public static void main(String[] arguments) throws Exception {
        String named = String.join(" ", arguments).strip();
        String which = named.isEmpty() ? "sqlite postgresql load waiting" : named;
        if (which.equals("chain")) {
            StepOverhead bench = new StepOverhead(sqlite());
            for (int i = 0; i < 10; i++) {
                bench.chain();
            }
            System.out.println(10 * STEPS + " steps of chains");
        }
        if (which.contains("sqlite")) {
            steps("SQLite", sqlite());
        }
        if (which.contains("postgresql")) {
            steps("PostgreSQL", PostgresServer.newDatabase());
        }
        if (which.contains("load")) {
            load("SQLite, one server", sqlite(), 1);
            load("PostgreSQL, one server", PostgresServer.newDatabase(), 1);
            load("PostgreSQL, two servers", PostgresServer.newDatabase(), 2);
        }
        if (which.contains("waiting")) {
            waiting("SQLite", sqlite());
            waiting("PostgreSQL", PostgresServer.newDatabase());
        }
        System.exit(0);
    }

    /** In the working folder, since a temporary folder may be in memory. */
    private static String sqlite() throws IOException {
        return TestDatabase.fileIn(Files.createTempDirectory(Path.of("target").toAbsolutePath(), "bench"));
    }

    private record Cost(double millis, double cpuMillis, double commits) {
        Cost per(int count) {
            return new Cost(millis / count, cpuMillis / count, commits / count);
        }
    }

    private interface Work {
        void run() throws SQLException;
    }

    private static void steps(String name, String url) throws SQLException {
        StepOverhead bench = new StepOverhead(url);
        for (int i = 0; i < WARM_UP; i++) {
            bench.chain();
            bench.parallel();
            bench.rawCommits();
        }
        Cost raw = bench.median(bench::rawCommits).per(STEPS);
        Cost chain = bench.median(bench::chain).per(STEPS);
        Cost parallel = bench.median(bench::parallel).per(STEPS);
        print(name + ", one raw commit", raw, raw);
        print(name + ", a step of a chain", chain, raw);
        print(name + ", a step of eight side by side", parallel, raw);
        bench.engine.close();
    }

    private static void print(String what, Cost cost, Cost raw) {
        System.out.printf(
                Locale.ROOT,
                "%-45s %6.2f ms %6.2f ms CPU %6.2f commits   x %.1f of a raw commit%n",
                what,
                cost.millis,
                cost.cpuMillis,
                cost.commits,
                cost.millis / raw.millis);
    }

    private Cost median(Work work) throws SQLException {
        Cost[] costs = new Cost[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            costs[i] = cost(work);
        }
        Arrays.sort(costs, (a, b) -> Double.compare(a.millis, b.millis));
        return costs[ROUNDS / 2];
    }

    private Cost cost(Work work) throws SQLException {
        double commits = commits();
        long cpu = SYSTEM.getProcessCpuTime();
        long from = System.nanoTime();
        work.run();
        long nanos = System.nanoTime() - from;
        return new Cost(nanos / 1e6, (SYSTEM.getProcessCpuTime() - cpu) / 1e6, commits() - commits);
    }

    /** Transactions that wrote, as the server numbers them; SQLite counts nothing, and strace has to. */
    private double commits() throws SQLException {
        if (!url.startsWith("jdbc:postgresql:")) {
            return Double.NaN;
        }
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_snapshot_xmax(pg_current_snapshot())::text::bigint")) {
            row.next();
            return row.getDouble(1);
        }
    }

    private void chain() {
        carryOut(EnginePlans.chain("p" + ++runs, STEPS));
    }

    private void parallel() {
        carryOut(EnginePlans.parallel("p" + ++runs, STEPS, 8));
    }

    private void carryOut(Plan plan) {
        database.save(plan);
        RunBrief brief = brief(plan, new Assigned("here", ExecutorKind.INSIDE, 30));
        engine.start(brief);
        RunHead head = head(brief.runId());
        while (!head.status().ended()) {
            LockSupport.parkNanos(5_000_000); // whoever waits for events reads the log for each, which is not the engine's cost
            head = head(brief.runId());
        }
        if (head.status() != RunStatus.COMPLETED) {
            throw new IllegalStateException(head.toString());
        }
    }

    private static RunBrief brief(Plan plan, Assigned worker) {
        return new RunBrief(
                "r-" + plan.id(), plan, "hash", RunMode.REAL, "ada", Map.of("worker", worker), 1, null);
    }

    private RunHead head(String runId) {
        return Objects.requireNonNull(database.runs().head(runId));
    }

    private void rawCommits() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("create table if not exists bench (id integer, text text)");
            }
            try (PreparedStatement insert = connection.prepareStatement("insert into bench values (?, ?)")) {
                for (int i = 0; i < STEPS; i++) {
                    insert.setInt(1, i);
                    insert.setString(2, "x".repeat(500));
                    insert.executeUpdate();
                }
            }
        }
    }

    /** A hundred runs of forty steps at once: how many steps a second are kept when nothing but keeping them takes time. */
    private static void load(String name, String url, int servers) {
        List<StepOverhead> benches = new ArrayList<>();
        for (int i = 0; i < servers; i++) {
            benches.add(new StepOverhead(url, "bench" + i));
        }
        StepOverhead first = benches.getFirst();
        for (int i = 0; i < 10; i++) {
            first.chain();
        }
        long from = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            Plan plan = EnginePlans.chain("l" + i, 40);
            first.database.save(plan);
            benches.get(i % servers).engine.start(brief(plan, new Assigned("here", ExecutorKind.INSIDE, 30)));
        }
        while (first.database.runs().list(1000, null).stream()
                .anyMatch(head -> !head.status().ended())) {
            LockSupport.parkNanos(50_000_000);
        }
        double seconds = (System.nanoTime() - from) / 1e9;
        System.out.printf(Locale.ROOT, "%s: 100 runs of 40 steps at once, %.0f steps a second%n", name, 4000 / seconds);
        benches.forEach(bench -> bench.engine.close());
    }

    /** A thousand runs that wait for people. */
    private static void waiting(String name, String url) {
        StepOverhead bench = new StepOverhead(url);
        System.gc();
        int threads = ManagementFactory.getThreadMXBean().getThreadCount();
        long heap = heap();
        long from = System.nanoTime();
        for (int i = 0; i < 1000; i++) {
            Plan plan = EnginePlans.chain("w" + i, 10);
            bench.database.save(plan);
            bench.engine.start(brief(plan, new Assigned("team", ExecutorKind.PERSON, null)));
        }
        while (bench.database.runs().inbox(null, 2000).size() < 1000) {
            bench.engine.claim(List.of(), new Claimant("nobody", "", Proof.NONE, Duration.ZERO), Duration.ofMillis(200));
        }
        double seconds = (System.nanoTime() - from) / 1e9;
        System.gc();
        System.out.printf(
                Locale.ROOT,
                "%s, 1000 runs that wait: started in %.1f s; %+d threads, %+.1f MB of heap%n",
                name,
                seconds,
                ManagementFactory.getThreadMXBean().getThreadCount() - threads,
                (heap() - heap) / 1e6);
        bench.engine.close();
    }

    private static long heap() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}

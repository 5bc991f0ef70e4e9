package dev.muster.end;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The packaged program from outside, the native executable with the container's heap beside {@code ./muster}: a plan as a whole
 * process, the start of a server, its memory when idle and at 200 plans a second, and how many plans a second it makes at most.
 */
public final class ServerBench {
    private static final String TASK = "Add an endpoint where customers upload invoices as PDF";
    private static final int CREATED = 201;
    private static final int STARTS = 15;
    private static final int CLIENTS = 4;
    private static final int STEADY_RATE = 200;
    private static final Duration WARM_UP = Duration.ofSeconds(25);
    private static final Duration MEASURED = Duration.ofSeconds(20);

    private final List<String> command;
    private final Path folder;
    private final HttpClient http = HttpClient.newHttpClient();

    private ServerBench(List<String> command, Path folder) {
        this.command = command;
        this.folder = folder;
    }

    /** @param arguments the native executable, or nothing */
    public static void main(String[] arguments) throws Exception {
        List<List<String>> ways = new ArrayList<>();
        for (String executable : arguments) {
            List<String> way = new ArrayList<>(ContainerHeap.flags());
            way.addFirst(Path.of(executable).toAbsolutePath().toString());
            ways.add(way);
        }
        ways.add(List.of(Path.of("muster").toAbsolutePath().toString()));
        for (List<String> way : ways) {
            Path folder = Files.createTempDirectory("muster-bench");
            new ServerBench(way, folder).measure();
        }
    }

    private void measure() throws Exception {
        System.out.printf("%s, %.1f MB%n", String.join(" ", command), Files.size(Path.of(command.getFirst())) / 1e6);
        process("--version");
        process("plan", TASK);
        System.out.printf("  --version: %.0f ms%n", median(() -> process("--version")));
        System.out.printf("  plan: %.0f ms%n", median(() -> process("plan", TASK)));
        System.out.printf("  plan --no-store: %.0f ms%n", median(() -> process("plan", "--no-store", TASK)));
        System.out.printf("  serve, until it listens: %.0f ms%n", median(this::start));
        try (RunningServer server = server()) {
            System.out.printf("  idle: %d KB%n", server.kilobytes());
            Throughput first = throughput(server, WARM_UP);
            Throughput then = throughput(server, MEASURED);
            System.out.println("  in the first " + WARM_UP.toSeconds() + " s " + first);
            System.out.println("  then " + then);
        }
        try (RunningServer server = server()) {
            throughput(server, WARM_UP);
            AtomicInteger refused = new AtomicInteger();
            int sent = steadily(server, MEASURED.multipliedBy(2), refused);
            System.out.printf(
                    "  after %d plans at %d a second, of which %d were refused: %d KB%n",
                    sent, STEADY_RATE, refused.get(), server.kilobytes());
        }
    }

    private Process begin(String... arguments) throws IOException {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(all).directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("MUSTER_"));
        builder.environment().put("MUSTER_DATA", folder.resolve("data").toString());
        return builder.start();
    }

    private double process(String... arguments) throws Exception {
        long begun = System.nanoTime();
        Process process = begin(arguments);
        process.getOutputStream().close();
        process.getInputStream().readAllBytes();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(new String(process.getErrorStream().readAllBytes()));
        }
        return (System.nanoTime() - begun) / 1e6;
    }

    private RunningServer server() throws Exception {
        return RunningServer.of(begin("serve", "--port=0"));
    }

    private double start() throws Exception {
        long begun = System.nanoTime();
        try (RunningServer _ = server()) {
            return (System.nanoTime() - begun) / 1e6;
        }
    }

    private static double median(Callable<Double> timed) throws Exception {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            times.add(timed.call());
        }
        Collections.sort(times);
        return times.get(STARTS / 2);
    }

    private int plan(RunningServer server) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + "/api/plans"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"description\": \"" + TASK + "\"}"))
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    /** CPU is the server's, of all its threads; it says more than time does on a machine that has other work to do. */
    private record Throughput(int plans, double seconds, Duration cpu) {
        @Override
        public String toString() {
            return "%.0f plans a second, %.2f ms of CPU each".formatted(plans / seconds, cpu.toNanos() / 1e6 / plans);
        }
    }

    private static Duration cpu(RunningServer server) {
        return server.process().info().totalCpuDuration().orElseThrow();
    }

    private Throughput throughput(RunningServer server, Duration time) throws Exception {
        Duration cpu = cpu(server);
        AtomicInteger plans = new AtomicInteger();
        long begun = System.nanoTime();
        long end = begun + time.toNanos();
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<?>> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(threads.submit(() -> {
                    while (System.nanoTime() < end) {
                        if (plan(server) != CREATED) {
                            throw new IllegalStateException("a plan was not made");
                        }
                        plans.incrementAndGet();
                    }
                    return null;
                }));
            }
            for (Future<?> client : clients) {
                client.get();
            }
        }
        return new Throughput(plans.get(), (System.nanoTime() - begun) / 1e9, cpu(server).minus(cpu));
    }

    /** Asks so often whatever the answers are. */
    private int steadily(RunningServer server, Duration time, AtomicInteger refused) throws Exception {
        int sent = 0;
        long begun = System.nanoTime();
        long end = begun + time.toNanos();
        long between = TimeUnit.SECONDS.toNanos(1) / STEADY_RATE;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> answers = new ArrayList<>();
            for (long next = begun; next < end; next += between) {
                TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
                answers.add(threads.submit(() -> {
                    if (plan(server) != CREATED) {
                        refused.incrementAndGet();
                    }
                    return null;
                }));
                sent++;
            }
            for (Future<?> answer : answers) {
                answer.get();
            }
        }
        return sent;
    }
}

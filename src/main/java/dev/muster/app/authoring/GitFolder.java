package dev.muster.app.authoring;

import dev.muster.file.FolderWalk;
import dev.muster.policy.files.FileTree;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** A folder as it was in a commit, asked of the {@code git} program. */
final class GitFolder {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Both ends are read at once, also where the machine is so small that the common pool has one thread. */
    private static final Executor OWN_THREAD =
            task -> Thread.ofPlatform().daemon().start(task);

    private final Path program;
    private final Path folder;
    private final Duration patience;

    GitFolder(Path folder) {
        this(Path.of("git"), folder, PATIENCE);
    }

    /** A folder that another program of that kind knows, each of whose answers is waited for so long. */
    GitFolder(Path program, Path folder, Duration patience) {
        this.program = program;
        this.folder = folder;
        this.patience = patience;
    }

    /** Git could not be asked, or did not know. */
    static final class GitException extends Exception {
        private static final long serialVersionUID = 1L;

        GitException(String message) {
            super(message);
        }
    }

    /** The files of the folder at a commit, branch or tag. */
    FileTree at(String ref) throws GitException {
        String commit = text(git(List.of("rev-parse", "--verify", "--quiet", "--end-of-options", ref + "^{commit}")))
                .strip();
        if (commit.isEmpty()) {
            throw new GitException("git knows no commit, branch or tag of that name in " + folder);
        }
        byte[] archive = git(List.of("archive", "--format=zip", commit, "."));
        return FileTree.ofZip(new ByteArrayInputStream(archive))
                .only(path -> Stream.of(path.split("/")).noneMatch(FolderWalk::isHidden));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private byte[] git(List<String> arguments) throws GitException {
        List<String> command = new ArrayList<>(List.of(program.toString(), "-C", folder.toString()));
        command.addAll(arguments);
        try {
            Process process = new ProcessBuilder(command).start();
            try {
                process.getOutputStream().close();
                return answer(process);
            } finally {
                end(process);
            }
        } catch (IOException e) {
            throw new GitException("the program git cannot be started: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GitException("interrupted");
        }
    }

    private byte[] answer(Process process) throws GitException, InterruptedException {
        long from = System.nanoTime();
        CompletableFuture<byte[]> err = CompletableFuture.supplyAsync(() -> all(process.getErrorStream()), OWN_THREAD);
        CompletableFuture<byte[]> out = CompletableFuture.supplyAsync(() -> all(process.getInputStream()), OWN_THREAD);
        if (!process.waitFor(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new GitException("git did not answer within " + patience.toSeconds() + " seconds");
        }
        String complaint = text(all(err, from)).strip();
        if (process.exitValue() != 0 && !complaint.isEmpty()) {
            throw new GitException("git says: " + complaint);
        }
        return process.exitValue() == 0 ? all(out, from) : new byte[0];
    }

    /** What git has started and left behind may hold its output open, for as long as it likes. */
    private byte[] all(CompletableFuture<byte[]> printed, long from) throws GitException, InterruptedException {
        try {
            return printed.get(Math.max(0, patience.toNanos() - (System.nanoTime() - from)), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            throw new GitException("git has ended, but a program that it started still held its output after "
                    + patience.toSeconds() + " seconds; end that program");
        } catch (ExecutionException e) {
            throw new GitException("the answer of git cannot be read: " + e.getCause());
        }
    }

    /** However it comes that nobody waits for an answer any more: git and what it started end. */
    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static byte[] all(java.io.InputStream stream) {
        try (stream) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

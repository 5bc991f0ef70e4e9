package dev.muster.app;

import dev.muster.file.FolderWalk;
import dev.muster.policy.FileTree;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A folder as it was in a commit, asked of the {@code git} program. */
final class GitFolder {
    private static final int MAX_SECONDS = 60;

    /** Both ends are read at once, also where the machine is so small that the common pool has one thread. */
    private static final Executor OWN_THREAD =
            task -> Thread.ofPlatform().daemon().start(task);

    private final Path program;
    private final Path folder;

    GitFolder(Path folder) {
        this(Path.of("git"), folder);
    }

    /** A folder that another program of that kind knows. */
    GitFolder(Path program, Path folder) {
        this.program = program;
        this.folder = folder;
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

    private static byte[] answer(Process process) throws GitException, InterruptedException {
        CompletableFuture<byte[]> err = CompletableFuture.supplyAsync(() -> all(process.getErrorStream()), OWN_THREAD);
        CompletableFuture<byte[]> out = CompletableFuture.supplyAsync(() -> all(process.getInputStream()), OWN_THREAD);
        if (!process.waitFor(MAX_SECONDS, TimeUnit.SECONDS)) {
            throw new GitException("git did not answer within " + MAX_SECONDS + " seconds");
        }
        String complaint = text(err.join()).strip();
        if (process.exitValue() != 0 && !complaint.isEmpty()) {
            throw new GitException("git says: " + complaint);
        }
        return process.exitValue() == 0 ? out.join() : new byte[0];
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

package dev.muster.agent.executor.program;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Finds a program by its name. The folder that it will work in is never searched: what lies there is not the operator's. */
final class ProgramPath {
    private final String searchPath;

    /**
     * A search path.
     *
     * @param searchPath folders as {@code PATH} has them
     */
    ProgramPath(String searchPath) {
        this.searchPath = searchPath;
    }

    /** A program that cannot be started, and why. */
    static final class NoProgramException extends Exception {
        private static final long serialVersionUID = 1L;

        NoProgramException(String message) {
            super(message);
        }
    }

    /**
     * The program's file.
     *
     * @param program a name, an absolute path, or {@code ./…}, which is in the folder that it works in
     */
    Path find(String program, Path folder) throws NoProgramException {
        try {
            Path path = Path.of(program);
            return path.isAbsolute() ? executable(path) : program.contains("/") ? inside(path, folder) : named(program);
        } catch (InvalidPathException e) {
            throw new NoProgramException("\"" + program + "\" is no name of a program");
        }
    }

    private static Path inside(Path path, Path folder) throws NoProgramException {
        Path found = folder.resolve(path).normalize();
        if (!path.startsWith(".") || !found.startsWith(folder.normalize())) {
            throw new NoProgramException("the program " + path
                    + " must be a name, an absolute path, or begin with ./ and lie in the folder that it works in");
        }
        return executable(found);
    }

    private Path named(String program) throws NoProgramException {
        for (String folder : searchPath.split(File.pathSeparator)) {
            Path path = Path.of(folder);
            if (path.isAbsolute() && isExecutable(path.resolve(program))) {
                return path.resolve(program);
            }
        }
        throw new NoProgramException("there is no program \"" + program + "\" on the PATH that Muster runs with");
    }

    private static Path executable(Path path) throws NoProgramException {
        if (!Files.exists(path)) {
            throw new NoProgramException("there is no program " + path);
        }
        if (!isExecutable(path)) {
            throw new NoProgramException(path + " is not executable");
        }
        return path;
    }

    private static boolean isExecutable(Path path) {
        return Files.isRegularFile(path) && Files.isExecutable(path);
    }
}

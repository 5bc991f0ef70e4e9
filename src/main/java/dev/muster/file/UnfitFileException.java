package dev.muster.file;

import java.io.IOException;

/** A file that is there and is not read, since it is none, is too large, or lies elsewhere. It says so as the rest of a sentence. */
public final class UnfitFileException extends IOException {
    private static final long serialVersionUID = 1L;

    public UnfitFileException(String what) {
        super(what);
    }

    /** What is the matter, to be put behind the file's name. */
    public String what() {
        return String.valueOf(getMessage());
    }
}

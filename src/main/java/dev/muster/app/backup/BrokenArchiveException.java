package dev.muster.app.backup;

/** What makes an archive none of ours, or a damaged one. */
final class BrokenArchiveException extends Exception {
    private static final long serialVersionUID = 1L;

    BrokenArchiveException(String what) {
        super(what);
    }
}

package dev.muster.app.backup;

import java.nio.file.Path;

/** Copies the store that is a file in the data folder. */
public interface StoreCopy {
    /**
     * Writes all that is kept, as it is at one moment, into a file that is empty. Others may write meanwhile.
     *
     * @throws dev.muster.app.refusal.Refusal where the store is out of reach
     */
    void copyTo(Path file);
}

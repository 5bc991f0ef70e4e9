package dev.muster.policy.scaffold;

/**
 * A file to write.
 *
 * @param agents whether it belongs to the agents and not to the rules
 * @param path relative to the pack's folder
 * @param appended whether the text goes behind what the file holds already
 */
public record NewFile(boolean agents, String path, String text, boolean appended) {
    static NewFile rules(String path, String text) {
        return new NewFile(false, path, text, false);
    }
}

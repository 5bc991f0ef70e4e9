package dev.muster.app.refusal;

/**
 * What is wrong with a setting.
 *
 * @param name as whoever set it called it: a flag, a variable, or a property
 */
public record SettingFault(String name, String found, String advice) {
    @Override
    public String toString() {
        return name + ": " + found + " " + advice;
    }
}

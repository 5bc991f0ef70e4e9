package dev.muster.app.settings;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing that can be set.
 *
 * @param name as the configuration has it, without its prefix: {@code tokens.issuer}
 * @param usual what holds where it is not set, in words; null where it is then absent
 * @param needs the name of a setting without which this one says nothing
 */
public record Setting(
        Group group,
        String name,
        @Nullable String flag,
        SettingKind kind,
        @Nullable String usual,
        @Nullable String needs,
        String meaning) {

    /** Settings that belong together. */
    public enum Group {
        PLACES("Where things are"),
        SERVING("Serving"),
        DATABASE("The database"),
        ACCESS("Who may call"),
        LOG("The log and traces");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** As properties have it: {@code muster.tokens.issuer}. */
    String property() {
        return "muster." + name;
    }

    /** As the environment has it: {@code MUSTER_TOKENS_ISSUER}. */
    public String variable() {
        return "MUSTER_" + name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }

    Setting flag(String itsFlag) {
        return new Setting(group, name, itsFlag, kind, usual, needs, meaning);
    }

    Setting usual(String inWords) {
        return new Setting(group, name, flag, kind, inWords, needs, meaning);
    }

    Setting needs(String other) {
        return new Setting(group, name, flag, kind, usual, other, meaning);
    }
}

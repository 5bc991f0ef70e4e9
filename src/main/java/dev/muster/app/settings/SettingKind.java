package dev.muster.app.settings;

import dev.muster.app.access.Keys;
import dev.muster.app.config.AuthMode;
import dev.muster.app.config.MusterConfig.LogForm;
import dev.muster.source.EnumWord;
import java.io.File;
import java.net.URI;
import java.util.Arrays;
import java.util.function.Predicate;

/** What a value can be, which of them are good, and what to write instead of one that is not. */
public enum SettingKind {
    TEXT("text", value -> true, ""),
    SECRET("text, secret", value -> true, ""),
    ADMIN_KEY(
            "text of at least " + Keys.SHORTEST_ADMIN_KEY + " characters, secret",
            value -> value.length() >= Keys.SHORTEST_ADMIN_KEY,
            "Take at least " + Keys.SHORTEST_ADMIN_KEY + " random characters, such as `openssl rand -hex 32` gives."),
    FOLDER("folder that is there", SettingKind::isFolder, "Name a folder that is there."),
    NEW_FOLDER(
            "folder; made where it is not there", SettingKind::canBeFolder, "Name a folder, or one that can be made."),
    FILE("file that is there", SettingKind::isReadable, "Name a file that is there and can be read."),
    PORT(
            "number from 0 to 65535",
            value -> value.matches("\\d{1,5}") && Integer.parseInt(value) <= 65_535,
            "Write a number from 0 to 65535; 0 takes any port that is free."),
    URL("http or https URL", SettingKind::isUrl, "Write http://HOST:PORT."),
    FILE_OR_URL(
            "http or https URL, or file that is there",
            value -> isUrl(value) || isReadable(value),
            "Write an http or https URL, or name a file that is there and can be read."),
    DATABASE(
            "`jdbc:postgresql://HOST:PORT/DATABASE`",
            value -> value.matches("jdbc:postgresql:.+"),
            "Write jdbc:postgresql://HOST:PORT/DATABASE; without it a file in the data folder is used."),
    ASKING(words(AuthMode.values(), "`"), value -> isOneOf(AuthMode.values(), value), say(AuthMode.values())),
    LOG(words(LogForm.values(), "`"), value -> isOneOf(LogForm.values(), value), say(LogForm.values())),
    LEVEL(
            "`ERROR`, `WARN`, `INFO` or `DEBUG`",
            value -> value.matches("ERROR|WARN|INFO|DEBUG"),
            "Write ERROR, WARN, INFO or DEBUG.");

    private final String words;
    private final Predicate<String> good;
    private final String instead;

    SettingKind(String words, Predicate<String> good, String instead) {
        this.words = words;
        this.good = good;
        this.instead = instead;
    }

    /** In words, with the unit. */
    String words() {
        return words;
    }

    boolean takes(String value) {
        return good.test(value);
    }

    String instead() {
        return instead;
    }

    private static boolean isUrl(String value) {
        try {
            URI url = URI.create(value);
            return ("http".equals(url.getScheme()) || "https".equals(url.getScheme())) && url.getHost() != null;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static boolean isFolder(String value) {
        return new File(value).isDirectory();
    }

    private static boolean isReadable(String value) {
        return new File(value).isFile() && new File(value).canRead();
    }

    /** Whether it, or the nearest of its parents that is there, is a folder. */
    private static boolean canBeFolder(String value) {
        File nearest = new File(value).getAbsoluteFile();
        while (!nearest.exists() && nearest.getParentFile() != null) {
            nearest = nearest.getParentFile();
        }
        return nearest.isDirectory();
    }

    private static boolean isOneOf(Enum<?>[] all, String value) {
        return Arrays.stream(all).anyMatch(one -> one.name().equalsIgnoreCase(value.strip()));
    }

    private static String say(Enum<?>[] all) {
        return "Write " + words(all, "") + ".";
    }

    private static String words(Enum<?>[] all, String quote) {
        return String.join(
                " or ",
                Arrays.stream(all).map(one -> quote + EnumWord.of(one) + quote).toList());
    }
}

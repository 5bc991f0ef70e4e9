package dev.muster.app.settings;

import dev.muster.app.settings.Setting.Group;
import java.util.List;
import java.util.regex.Pattern;

/** All settings, in the order of the document. */
public final class Settings {
    public static final List<Setting> ALL = List.of(
            place(
                            "rules",
                            SettingKind.FOLDER,
                            "The rules: one folder per pack. A pack `base` that others extend comes from the program where the"
                                    + " folder has none.")
                    .flag("--rules")
                    .usual("`./rules` if it holds a pack, else the copy inside the program"),
            place("agents", SettingKind.FOLDER, "The agents: one folder per pack, or one pack's agent files.")
                    .flag("--agents")
                    .usual("`agents` beside the rules, else the copy inside the program"),
            place("pack", SettingKind.TEXT, "The pack that plans tasks for which none is named.")
                    .usual("`backend`"),
            place("data", SettingKind.NEW_FOLDER, "Where plans, runs, versions of policies and keys are kept.")
                    .flag("--data")
                    .usual("`$XDG_DATA_HOME/muster`, else `~/.local/share/muster`"),
            place("operator", SettingKind.FILE, "How agents are called, and what may be started; see executors.md.")
                    .flag("--operator")
                    .usual("`operator.yaml` in the data folder, if it is there"),
            serving(
                            "host",
                            SettingKind.TEXT,
                            "The address to listen on. On loopback a server is for this machine's users alone.")
                    .flag("--host")
                    .usual("`127.0.0.1`"),
            serving("port", SettingKind.PORT, "The port to listen on; 0 takes any that is free.")
                    .flag("--port")
                    .usual("`8080`"),
            serving("url", SettingKind.URL, "A running server that commands ask, instead of working by themselves.")
                    .flag("--server"),
            serving(
                    "key",
                    SettingKind.SECRET,
                    "The API key that commands call that server with. Without a server they act under its name too."),
            database("database", SettingKind.DATABASE, "The PostgreSQL that several servers share.")
                    .usual("a file in the data folder"),
            database("database-user", SettingKind.TEXT, "The user to connect as.")
                    .needs("database"),
            database("database-password", SettingKind.SECRET, "That user's password.")
                    .needs("database"),
            access(
                            "auth",
                            SettingKind.ASKING,
                            "When callers have to say who they are: elsewhere than on loopback, or always.")
                    .usual("`elsewhere`"),
            access(
                    "admin-key",
                    SettingKind.ADMIN_KEY,
                    "A key with the role admin, for servers that are set up by files alone."),
            access(
                            "tokens.issuer",
                            SettingKind.TEXT,
                            "Whose signed tokens (JWT) are accepted beside keys: their claim `iss`.")
                    .needs("tokens.keys"),
            access("tokens.keys", SettingKind.FILE_OR_URL, "Where the issuer's public keys are, as a JWK set.")
                    .needs("tokens.issuer"),
            access("tokens.audience", SettingKind.TEXT, "For whom tokens must be: their claim `aud`.")
                    .usual("`muster`"),
            access(
                            "tokens.roles",
                            SettingKind.TEXT,
                            "The claim with the caller's roles, with slashes where it is nested.")
                    .usual("`groups`"),
            log("log", SettingKind.LOG, "How lines on standard error are written; see operating.md.")
                    .usual("`text`"),
            log(
                            "log-level",
                            SettingKind.LEVEL,
                            "From which level on. Edits of the policies are told from INFO on unless it is set.")
                    .usual("`WARN`"),
            log(
                            "otlp-endpoint",
                            SettingKind.URL,
                            "The collector that traces are sent to, by OTLP over HTTP, such as http://collector:4318.")
                    .usual("no traces"));

    /** Variables that are no settings of the program, and not mistaken ones either. */
    public static final List<Other> OTHERS = List.of(
            new Other("MUSTER_NATIVE", "The native executable that `./muster` is to run."),
            new Other("MUSTER_JAVA_OPTS", "More flags for the Java that `./muster` starts."),
            new Other("MUSTER_TASKS", "Labelled tasks that the tests measure the reading on; see contributing.md."),
            new Other("MUSTER_RUN", "Told to programs that Muster calls, with the five that follow; see executors.md."),
            new Other("MUSTER_STEP", "The step of the run."),
            new Other("MUSTER_ROUND", "The round of review and rework."),
            new Other("MUSTER_ATTEMPT", "The number of the call."),
            new Other("MUSTER_IDEMPOTENCY_KEY", "The same for every delivery of one call, and for no other call."),
            new Other("MUSTER_FENCE", "How often the call was given out."));

    /** What Kubernetes and container links tell every process about a service whose name begins with muster. */
    private static final Pattern SERVICE_LINK =
            Pattern.compile("MUSTER_(\\w+_)?(SERVICE_(HOST|PORT(_\\w+)?)|PORT_\\d+_(TCP|UDP|SCTP)(_\\w+)?)");

    private Settings() {}

    /** A variable that somebody else reads. */
    public record Other(String variable, String meaning) {}

    static boolean isOthers(String variable) {
        return OTHERS.stream().anyMatch(other -> other.variable().equals(variable))
                || SERVICE_LINK.matcher(variable).matches();
    }

    private static Setting place(String name, SettingKind kind, String meaning) {
        return new Setting(Group.PLACES, name, null, kind, null, null, meaning);
    }

    private static Setting serving(String name, SettingKind kind, String meaning) {
        return new Setting(Group.SERVING, name, null, kind, null, null, meaning);
    }

    private static Setting database(String name, SettingKind kind, String meaning) {
        return new Setting(Group.DATABASE, name, null, kind, null, null, meaning);
    }

    private static Setting log(String name, SettingKind kind, String meaning) {
        return new Setting(Group.LOG, name, null, kind, null, null, meaning);
    }

    private static Setting access(String name, SettingKind kind, String meaning) {
        return new Setting(Group.ACCESS, name, null, kind, null, null, meaning);
    }
}

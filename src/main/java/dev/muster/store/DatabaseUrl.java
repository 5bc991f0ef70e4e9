package dev.muster.store;

/** Where a database is, as people write it: passwords may be in it. */
record DatabaseUrl(String url) {
    private static final String POSTGRESQL = "jdbc:postgresql:";

    boolean isPostgresql() {
        return url.startsWith(POSTGRESQL);
    }

    /** For messages. */
    String withoutSecrets() {
        return url.replaceFirst("\\?.*", "").replaceFirst("//[^/@]*@", "//");
    }

    /** A text in which the address may stand. */
    String withoutSecrets(String text) {
        return text.replace(url, withoutSecrets());
    }
}

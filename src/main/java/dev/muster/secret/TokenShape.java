package dev.muster.secret;

import java.util.List;

/**
 * How the tokens of a service look.
 *
 * @param label what stands in place of one
 * @param prefix how each begins
 * @param alphabet what follows
 * @param shortest how many characters have to follow
 * @param wanted what else tells it from words of a text
 */
record TokenShape(String label, String prefix, Alphabet alphabet, int shortest, Wanted wanted) {
    /** The characters of a token. */
    enum Alphabet {
        LETTERS_AND_DIGITS,
        CAPITALS_AND_DIGITS,
        /** Small ones, and {@code _} between two numbers. */
        HEX,
        /** Also {@code -} and {@code _}. */
        WORD,
        /** Also what base64 and JWTs have. */
        BEARER;

        boolean has(char c) {
            boolean digit = c >= '0' && c <= '9';
            boolean capital = c >= 'A' && c <= 'Z';
            boolean small = c >= 'a' && c <= 'z';
            return switch (this) {
                case LETTERS_AND_DIGITS -> digit || capital || small;
                case CAPITALS_AND_DIGITS -> digit || capital;
                case HEX -> digit || c >= 'a' && c <= 'f' || c == '_';
                case WORD -> digit || capital || small || c == '-' || c == '_';
                case BEARER -> digit || capital || small || "-_.~+/=".indexOf(c) >= 0;
            };
        }
    }

    /** What a prefix that could be a part of a plain word needs beside its length. */
    enum Wanted {
        NOTHING,
        /** No word goes on into it. */
        BOUNDARY,
        /** That, and a digit in it. */
        BOUNDARY_AND_DIGIT
    }

    private static TokenShape of(String label, String prefix, Alphabet alphabet, int shortest, Wanted wanted) {
        return new TokenShape(label, prefix, alphabet, shortest, wanted);
    }

    /** Those that are found in what agents print most often. */
    static final List<TokenShape> ALL = List.of(
            of("GitHub token", "ghp_", Alphabet.LETTERS_AND_DIGITS, 20, Wanted.NOTHING),
            of("GitHub token", "gho_", Alphabet.LETTERS_AND_DIGITS, 20, Wanted.NOTHING),
            of("GitHub token", "ghu_", Alphabet.LETTERS_AND_DIGITS, 20, Wanted.NOTHING),
            of("GitHub token", "ghs_", Alphabet.LETTERS_AND_DIGITS, 20, Wanted.NOTHING),
            of("GitHub token", "ghr_", Alphabet.LETTERS_AND_DIGITS, 20, Wanted.NOTHING),
            of("GitHub token", "github_pat_", Alphabet.WORD, 20, Wanted.NOTHING),
            of("GitLab token", "glpat-", Alphabet.WORD, 16, Wanted.NOTHING),
            of("npm token", "npm_", Alphabet.LETTERS_AND_DIGITS, 30, Wanted.NOTHING),
            of("PyPI token", "pypi-AgE", Alphabet.WORD, 20, Wanted.NOTHING),
            of("Anthropic key", "sk-ant-", Alphabet.WORD, 16, Wanted.NOTHING),
            of("OpenAI key", "sk-proj-", Alphabet.WORD, 20, Wanted.BOUNDARY_AND_DIGIT),
            of("API key", "sk-", Alphabet.WORD, 20, Wanted.BOUNDARY_AND_DIGIT),
            of("Stripe key", "sk_live_", Alphabet.LETTERS_AND_DIGITS, 16, Wanted.NOTHING),
            of("Stripe key", "rk_live_", Alphabet.LETTERS_AND_DIGITS, 16, Wanted.NOTHING),
            of("Stripe key", "sk_test_", Alphabet.LETTERS_AND_DIGITS, 16, Wanted.NOTHING),
            of("AWS key", "AKIA", Alphabet.CAPITALS_AND_DIGITS, 16, Wanted.BOUNDARY),
            of("AWS key", "ASIA", Alphabet.CAPITALS_AND_DIGITS, 16, Wanted.BOUNDARY),
            of("Google key", "AIza", Alphabet.WORD, 30, Wanted.BOUNDARY),
            of("Google token", "ya29.", Alphabet.WORD, 20, Wanted.BOUNDARY),
            of("Slack token", "xoxb-", Alphabet.WORD, 10, Wanted.NOTHING),
            of("Slack token", "xoxp-", Alphabet.WORD, 10, Wanted.NOTHING),
            of("Slack token", "xoxa-", Alphabet.WORD, 10, Wanted.NOTHING),
            of("Slack token", "xoxr-", Alphabet.WORD, 10, Wanted.NOTHING),
            of("Slack token", "xoxs-", Alphabet.WORD, 10, Wanted.NOTHING),
            of("Slack token", "xapp-", Alphabet.WORD, 20, Wanted.NOTHING),
            of("Hugging Face token", "hf_", Alphabet.LETTERS_AND_DIGITS, 30, Wanted.BOUNDARY),
            of("Muster key", "muster_", Alphabet.HEX, 10, Wanted.NOTHING),
            of("token", "Bearer ", Alphabet.BEARER, 16, Wanted.BOUNDARY_AND_DIGIT),
            of("token", "bearer ", Alphabet.BEARER, 16, Wanted.BOUNDARY_AND_DIGIT),
            of("token", "BEARER ", Alphabet.BEARER, 16, Wanted.BOUNDARY_AND_DIGIT),
            of("password", "Authorization: Basic ", Alphabet.BEARER, 8, Wanted.NOTHING),
            of("password", "authorization: basic ", Alphabet.BEARER, 8, Wanted.NOTHING));
}

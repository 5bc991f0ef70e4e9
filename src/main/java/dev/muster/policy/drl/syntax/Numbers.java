package dev.muster.policy.drl.syntax;

/** Reads the value of a number. */
final class Numbers {
    private Numbers() {}

    static Expr literal(Token token) {
        String text = token.text();
        try {
            return new Expr.Literal(
                    token.start(),
                    switch (token.kind()) {
                        case DECIMAL -> (Object) Double.valueOf(text);
                        case LONG -> Long.decode(text);
                        default -> integer(text);
                    });
        } catch (NumberFormatException e) {
            throw new SyntaxError(
                    token.start(), token.shown() + " is too large: write L behind it, or a smaller number");
        }
    }

    private static Integer integer(String text) {
        boolean octal = text.length() > 1 && text.startsWith("0") && Character.isDigit(text.charAt(1));
        return octal ? Integer.valueOf(text, 8) : Integer.decode(text);
    }
}

package dev.muster.policy.drl.syntax;

/** Reads names of types. */
final class TypeNames {
    private TypeNames() {}

    /** {@code Name} or {@code some.folder.Name}. */
    static String qualified(TokenCursor tokens, String what) {
        StringBuilder name = new StringBuilder(tokens.expectWord(what).text());
        while (tokens.isSymbol(".") && tokens.peek(1).kind() == Token.Kind.WORD) {
            tokens.next();
            name.append('.').append(tokens.next().text());
        }
        return name.toString();
    }

    /** Leaves out {@code <String, List<Integer>>}: values know what they are. */
    static void skipTypeArguments(TokenCursor tokens) {
        if (!tokens.isSymbol("<")) {
            return;
        }
        int open = 0;
        do {
            Token token = tokens.peek();
            boolean inside = token.kind() == Token.Kind.WORD
                    || token.isSymbol("<")
                    || token.isSymbol(">")
                    || token.isSymbol(",")
                    || token.isSymbol(".")
                    || token.isSymbol("?");
            if (!inside) {
                throw new SyntaxError(token.start(), "\">\" is missing; found " + token.shown());
            }
            open += token.isSymbol("<") ? 1 : token.isSymbol(">") ? -1 : 0;
            tokens.next();
        } while (open > 0);
    }
}

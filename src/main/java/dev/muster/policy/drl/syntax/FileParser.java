package dev.muster.policy.drl.syntax;

import dev.muster.limit.OverLimitException;
import dev.muster.policy.drl.syntax.DrlFile.Import;
import dev.muster.policy.drl.syntax.Token.Kind;
import dev.muster.source.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a file of rules. */
public final class FileParser {
    /** A file that is larger is not one that people edit. */
    static final int MOST_CHARACTERS = 4_000_000;

    private static final Map<String, String> REFUSED = Map.of(
            "function", "functions cannot be written in rules: use the functions that there are, or conditions",
            "declare", "types cannot be declared in rules: insert a fact of a type that there is",
            "unit", "rule units are not supported: leave this line out",
            "dialect", "");

    private final SourceText source;
    private final SyntaxFaults faults;
    private final TokenCursor tokens;
    private final RuleParser rules;
    private final List<Import> imports = new ArrayList<>();
    private final List<Import> globals = new ArrayList<>();
    private final List<RuleTree> found = new ArrayList<>();
    private @Nullable String packageName;

    private FileParser(SourceText source, SyntaxFaults faults, Lexer.Result lexed) {
        this.source = source;
        this.faults = faults;
        this.tokens = new TokenCursor(lexed.tokens());
        this.rules = new RuleParser(tokens, lexed.docs(), faults, source.text());
    }

    public static DrlFile read(SourceText source, SyntaxFaults faults) {
        if (source.text().length() > MOST_CHARACTERS) {
            faults.add(0, "this file has more than " + MOST_CHARACTERS + " characters: part it into several files");
            return new DrlFile(source, null, List.of(), List.of(), List.of());
        }
        return new FileParser(source, faults, Lexer.read(source, faults)).file();
    }

    private DrlFile file() {
        while (!tokens.done()) {
            int before = tokens.position();
            try {
                tokens.surface();
                item();
            } catch (SyntaxError error) {
                faults.add(error);
                faults.inside(null);
                recover(before);
            } catch (OverLimitException e) {
                throw faults.stopped(tokens.peek().start(), e);
            }
        }
        return new DrlFile(source, packageName, List.copyOf(imports), List.copyOf(globals), List.copyOf(found));
    }

    private void recover(int before) {
        if (tokens.position() == before) {
            tokens.next();
        }
        while (!tokens.done() && !RuleParser.startsRule(tokens)) {
            tokens.next();
        }
    }

    private void item() {
        Token token = tokens.peek();
        if (tokens.takeSymbol(";")) {
            return;
        }
        if (token.isWord("rule") || token.isWord("query")) {
            found.add(rules.rule());
        } else if (token.isWord("package")) {
            tokens.next();
            packageName = packageName();
        } else if (token.isWord("import")) {
            imports.add(imported());
        } else if (token.isWord("global")) {
            tokens.next();
            TypeNames.qualified(tokens, "the type of the global");
            TypeNames.skipTypeArguments(tokens);
            globals.add(new Import(
                    token.start(), tokens.expectWord("the name of the global").text()));
        } else if (token.isWord("dialect")) {
            tokens.next();
            tokens.next();
        } else {
            throw refused(token);
        }
    }

    private SyntaxError refused(Token token) {
        String reason = token.kind() == Kind.WORD ? REFUSED.get(token.text()) : null;
        if (reason != null) {
            return new SyntaxError(token.start(), reason);
        }
        List<String> known = List.of("package", "import", "global", "rule", "query");
        String hint = token.kind() == Kind.WORD ? Nearest.hint(token.text(), known) : "";
        return new SyntaxError(
                token.start(), "a rule or a query should begin here; found " + token.shown() + "." + hint);
    }

    /** A pack's name may have dashes. */
    private String packageName() {
        StringBuilder name =
                new StringBuilder(tokens.expectWord("the name of the package").text());
        while ((tokens.isSymbol(".") || tokens.isSymbol("-"))
                && tokens.peek(1).kind() == Kind.WORD
                && !tokens.peek().firstOnLine()) {
            name.append(tokens.next().text()).append(tokens.next().text());
        }
        return name.toString();
    }

    private Import imported() {
        int at = tokens.next().start();
        if (tokens.isWord("static") || tokens.isWord("function") || tokens.isWord("accumulate")) {
            throw new SyntaxError(
                    at,
                    "only types can be imported: functions that rules may call need no import, others do not exist");
        }
        String name = TypeNames.qualified(tokens, "the name of a type behind \"import\"");
        if (tokens.takeSymbol(".")) {
            tokens.expectSymbol("*", "behind \"import " + name + ".\"");
            name += ".*";
        }
        return new Import(at, name);
    }
}

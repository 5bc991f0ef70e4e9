package dev.muster.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A pack of a few lines in folders of its own. Its rules, its table and its agent each say of which edition they are, so a plan
 * shows whether it was made by one edition.
 */
public record SmallPack(Path rules, Path agents, String name) {
    public static SmallPack in(Path folder) {
        return new SmallPack(folder.resolve("rules"), folder.resolve("agents"), "small").edition(1);
    }

    public SmallPack named(String other) {
        return new SmallPack(rules, agents, other);
    }

    /** Writes all files anew. */
    public SmallPack edition(int number) {
        settings("");
        rule(number);
        table(number);
        agent(number);
        return this;
    }

    public void settings(String more) {
        write(rules.resolve(name + "/pack.yaml"), "title: A small pack\nphases: [{name: Work}]\n" + more);
    }

    public void rule(int edition) {
        write(rules.resolve(name + "/work.drl"), """
                package %s
                rule "Somebody works"
                @because("the rule of edition %d")
                when
                  Task()
                then
                  insertLogical( new UseAgent( "worker", Role.PRIMARY, "work" ) );
                  insertLogical( new Duty( "worker", "work", "Work", "Do it by edition %d.", [], false ) );
                end
                rule "Rows are risks"
                @because("the table")
                when
                  $row : Row( table == "risks" )
                then
                  insertLogical( new Risk( $row.cell("risk"), Severity.LOW ) );
                end
                """.formatted(name, edition, edition));
    }

    public void table(int edition) {
        write(rules.resolve(name + "/risks.csv"), "risk\nThe table of edition %d\n".formatted(edition));
    }

    public void agent(int edition) {
        write(agents.resolve(name + "/worker.md"), """
                ---
                name: worker
                description: Works by edition %d.
                ---
                Work.
                """.formatted(edition));
    }

    public void aCase(int edition) {
        write(rules.resolve(name + "/work.cases.yaml"), """
                - name: the table is of edition %d
                  task: Work
                  then: {risks: ["The table of edition %d"]}
                """.formatted(edition, edition));
    }

    public Path folder() {
        return rules.resolve(name);
    }

    public Path file(String path) {
        return folder().resolve(path);
    }

    public static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

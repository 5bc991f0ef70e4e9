package dev.muster.policy.scaffold;

import dev.muster.policy.scaffold.Scaffold.NotPossibleException;
import java.util.List;

/** The files of a pack to begin with: small, whole, and without a finding. */
public final class PackScaffold {
    private PackScaffold() {}

    /**
     * The files.
     *
     * @throws NotPossibleException where the name is none
     */
    public static List<NewFile> files(String name) {
        if (!name.matches("[a-z][a-z0-9-]*")) {
            throw new NotPossibleException("\"" + name
                    + "\" is no name for a pack: write small letters, digits and dashes, as in mobile-app.");
        }
        return List.of(
                NewFile.rules("pack.yaml", """
                        title: %s
                        phases:
                          - name: Work
                          - name: Review
                        reviews:
                          security: {level: hard, maxRounds: 3}
                        names:
                          task-type: [feature]
                          trigger: [login]
                        tables:
                          selection:
                            key: [task_type]
                            columns: {task_type: task-type, primary: agent}
                        """.formatted("The pack " + name)),
                NewFile.rules("signals.yaml", """
                        - name: add
                          kind: action
                          any: [add, build, create, new]
                        - name: login
                          kind: concern
                          any: [login, password, permission*]
                        """),
                NewFile.rules("selection.csv", "task_type,primary\nfeature,%s-builder\n".formatted(name)),
                NewFile.rules("selection.drl", """
                        package %s

                        rule "Something new is a feature"
                        @because("the task asks for something new")
                        when
                          Signal( name == "add" )
                        then
                          insertLogical( new TaskType( "feature" ) );
                        end

                        rule "The matrix names the agent"
                        @because("the selection matrix has this task type")
                        when
                          TaskType( $type : name )
                          $row : Row( table == "selection", cell("task_type") == $type )
                        then
                          insertLogical( new UseAgent( $row.cell("primary"), Role.PRIMARY ) );
                        end
                        """.formatted(name)),
                NewFile.rules("reviews.drl", """
                        package %s

                        rule "Who gets in is a security trigger"
                        @because("the task touches who gets in")
                        when
                          Signal( name == "login" )
                        then
                          insertLogical( new Trigger( "security", "login" ) );
                        end

                        rule "A security trigger asks for a security review"
                        @because("the task touches what can be abused")
                        when
                          Trigger( kind == "security" )
                        then
                          insertLogical( new Review( "security", "%s-reviewer" ) );
                        end
                        """.formatted(name, name)),
                NewFile.rules("pack.cases.yaml", """
                        - name: something new is built
                          task: Add a page for news
                          then: {taskTypes: [feature], primary: [%1$s-builder]}
                          not: {reviews: [security]}
                        - name: a change of the login is reviewed for security
                          task: Change the password rules
                          then: {securityTriggers: [login], reviewers: [%1$s-reviewer]}
                        """.formatted(name)),
                agent(name + "-builder", "Builds what a task asks for."),
                agent(name + "-reviewer", "Reviews a change for security."));
    }

    private static NewFile agent(String name, String description) {
        return new NewFile(true, name + ".md", """
                ---
                name: %s
                description: %s
                ---
                You are … Say what this agent knows, how it works, what it hands in, and when it stops and asks.
                """.formatted(name, description), false);
    }
}

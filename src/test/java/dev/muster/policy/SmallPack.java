package dev.muster.policy;

import dev.muster.policy.files.FileTree;
import java.util.Map;
import java.util.TreeMap;

/** A pack that is small enough to see at once what it does, and to be edited in a test. */
public final class SmallPack {
    private static final String SETTINGS = """
            title: A small pack
            phases:
              - name: Work
              - name: Review
            reviews:
              security: {level: hard, maxRounds: 3}
            names:
              task-type: [api, storage]
              trigger: [upload]
            tables:
              who:
                key: [task_type]
                columns: {task_type: task-type, agent: agent}
            """;
    private static final String SIGNALS = """
            - name: endpoint
              kind: topic
              any: [endpoint]
            - name: database
              kind: topic
              any: [database, table]
            - name: upload
              kind: concern
              any: ['upload*', '"send files"~1']
            """;
    private static final String WHO = """
            task_type,agent
            api,builder
            storage,keeper
            """;
    private static final String RULES = """
            package small

            rule "An endpoint is work on the API"
            @because("the task is about an endpoint")
            when
              Signal( name == "endpoint" )
            then
              insertLogical( new TaskType( "api" ) );
            end

            rule "A table is work on the storage"
            @because("the task is about stored data")
            when
              Signal( name == "database" )
            then
              insertLogical( new TaskType( "storage" ) );
            end

            rule "The table says who works"
            @because("the table has this task type")
            when
              TaskType( $type : name )
              $row : Row( table == "who", cell("task_type") == $type )
            then
              insertLogical( new UseAgent( $row.cell("agent"), Role.PRIMARY ) );
            end

            rule "An upload is a security trigger"
            @because("files come from outside")
            when
              Signal( name == "upload" )
            then
              insertLogical( new Trigger( "security", "upload" ) );
            end

            rule "A security trigger asks for a review"
            @because("the task touches what can be abused")
            when
              Trigger( kind == "security" )
            then
              insertLogical( new Review( "security", "guard" ) );
            end
            """;
    private static final String CASES = """
            - name: an endpoint is built by the builder
              task: Add an endpoint
              then: {primary: [builder]}
              not: {agents: [keeper]}
            - name: a table is kept by the keeper
              task: Add a table
              then: {primary: [keeper]}
            - name: an upload is reviewed
              task: Upload a picture
              then: {reviews: [security]}
            """;

    private final Map<String, String> rules = new TreeMap<>();
    private final Map<String, String> agents = new TreeMap<>();

    public SmallPack() {
        rules.put("small/pack.yaml", SETTINGS);
        rules.put("small/signals.yaml", SIGNALS);
        rules.put("small/who.csv", WHO);
        rules.put("small/small.drl", RULES);
        rules.put("small/small.cases.yaml", CASES);
        agent("builder").agent("keeper").agent("guard");
    }

    public SmallPack agent(String name) {
        agents.put("small/" + name + ".md", "---\nname: " + name + "\ndescription: Does its part.\n---\nDo it.\n");
        return this;
    }

    /** Puts a text behind a file of the pack, or makes the file. */
    public SmallPack append(String file, String text) {
        rules.merge("small/" + file, text, String::concat);
        return this;
    }

    /** Replaces a text in a file of the pack. */
    public SmallPack replace(String file, String old, String with) {
        String before = rules.getOrDefault("small/" + file, "");
        if (!before.contains(old)) {
            throw new IllegalArgumentException(file + " has no \"" + old + "\"");
        }
        rules.put("small/" + file, before.replace(old, with));
        return this;
    }

    public FileTree rules() {
        return FileTree.of(rules);
    }

    public FileTree agents() {
        return FileTree.of(agents);
    }

    public Pack pack() {
        return PackReader.read(PackFiles.of("small", rules(), agents()), null);
    }

    public PackState state() {
        return new PackState.Loaded(pack());
    }
}

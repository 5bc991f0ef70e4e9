package dev.muster.policy.drl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.policy.drl.loading.RuleBase;
import dev.muster.source.FaultException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule reaches nothing but the vocabulary. */
class SandboxTest {
    private static RuleBase load(String drl) {
        return RuleBase.load(Shop.VOCABULARY, List.of(new DrlSource("s.drl", drl)));
    }

    static Stream<String> consequences() {
        return Stream.of(
                "System.exit( 1 );",
                "java.lang.System.exit( 1 );",
                "Runtime.getRuntime().exec( \"ls\" );",
                "java.lang.Runtime.getRuntime().halt( 0 );",
                "Thread.sleep( 1000 );",
                "new Thread().start();",
                "new java.io.File( \"/etc/passwd\" ).delete();",
                "insert( new java.io.File( \"/etc/passwd\" ) );",
                "java.nio.file.Files.readString( java.nio.file.Path.of( \"/etc/passwd\" ) );",
                "insert( java.nio.file.Path.of( \"/\" ) );",
                "insert( System.getenv() );",
                "insert( System.getProperty( \"user.home\" ) );",
                "$i.getClass();",
                "insert( $i.getClass().getClassLoader() );",
                "insert( $n.getClass().forName( \"java.lang.System\" ) );",
                "insert( $i.class );",
                "insert( Item.class );",
                "insert( String.class.getName() );",
                "Class.forName( \"java.lang.System\" );",
                "insert( String.format( \"%s\", $n ) );",
                "insert( String.valueOf( 1 ) );",
                "insert( Integer.parseInt( \"1\" ) );",
                "insert( new String( \"a\" ) );",
                "insert( new Object() );",
                "insert( new ProcessBuilder( \"ls\" ) );",
                "insert( $n.getBytes() );",
                "$i.notify();",
                "$i.wait();",
                "insert( $n.intern() );",
                "insert( $n.chars() );",
                "drools.getWorkingMemory();",
                "drools.getKieRuntime().halt();",
                "drools.getKnowledgeRuntime().getEnvironment();",
                "insert( drools );",
                "insert( kcontext );",
                "kcontext.getKieRuntime();",
                "channels[ \"x\" ].send( $i );",
                "insert( this );",
                "insert( () -> 1 );",
                "insert( $n::length );",
                "insert( new Runnable() { public void run() { } } );",
                "insert( new Item( $n, 1, null, $i.tags() ) { } );",
                "insert( (Object) $n );",
                "int[] x = { 1 };",
                "insert( new int[ 1000000000 ] );",
                "class X { }",
                "import java.io.File;",
                "$i.tags().add( \"x\" );",
                "$i.tags().clear();",
                "$i.tags.remove( \"x\" );",
                "$i.tags().stream().forEach( x -> x );",
                "$i.name = \"x\";",
                "$n = \"x\";",
                "Colour.valueOf( \"RED\" );",
                "Colour.values();",
                "\"\".getClass();",
                "\"x\".class.getName();",
                "eval( \"1\" );",
                "synchronized ( $i ) { }",
                "throw new RuntimeException();",
                "dev.muster.policy.drl.loading.RuleBase.load( null, null );",
                "Shop.VOCABULARY.types();",
                "insertAsync( $i );",
                "new Offer( $n ).getClass();",
                "assert false;");
    }

    @ParameterizedTest
    @MethodSource("consequences")
    void consequence_that_reaches_out_is_refused_with_its_place(String statement) {
        assertThatThrownBy(() -> load("rule \"r\"\nwhen $i : Item( $n : name )\nthen\n  " + statement + "\nend"))
                .isInstanceOfSatisfying(
                        FaultException.class,
                        e -> assertThat(e.faults())
                                .isNotEmpty()
                                .allSatisfy(fault ->
                                        assertThat(fault.place().line()).isEqualTo(4)));
    }

    static Stream<String> conditions() {
        return Stream.of(
                "Item( getClass() != null )",
                "Item( class != null )",
                "Item( this.class.name == \"x\" )",
                "Item( name.getClass().name == \"x\" )",
                "Item( System.exit( 1 ) == null )",
                "Item( java.lang.System.currentTimeMillis() > 0 )",
                "Item( Runtime.getRuntime() != null )",
                "Item( T( java.lang.Runtime ) != null )",
                "eval( System.exit( 1 ) == null )",
                "eval( new java.io.File( \"/\" ).exists() )",
                "Object() from System.getenv()",
                "Object() from new java.io.File( \"/\" ).listFiles()",
                "String() from java.nio.file.Files.readAllLines( null )",
                "java.io.File()",
                "Thread()",
                "Class()",
                "Process()",
                "Item( name matches System.getenv( \"X\" ) )",
                "Item( tags.add( \"x\" ) )",
                "Item( $c : getClass() )",
                "Item( name == ( new String( \"x\" ) ) )",
                "accumulate( Item(); $x : collectList( System.getenv() ) )",
                "Item( (java.lang.System) this != null )",
                "Item( name instanceof String )",
                "?java.lang.System( $x; )",
                "Person( setAge( 3 ) == null )",
                "Person( age = 3 )",
                "Person( age++ > 3 )");
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void condition_that_reaches_out_is_refused_with_its_place(String condition) {
        assertThatThrownBy(() -> load("rule \"r\"\nwhen\n  " + condition + "\nthen\nend"))
                .isInstanceOfSatisfying(
                        FaultException.class,
                        e -> assertThat(e.faults())
                                .isNotEmpty()
                                .allSatisfy(fault ->
                                        assertThat(fault.place().line()).isEqualTo(3)));
    }

    @Test
    void regular_expression_with_catastrophic_backtracking_ends_as_an_error_that_names_it() {
        RuleBase rules = load("rule \"slow\"\nwhen Item( name matches \"(a|aa)+\\\\1?b\" )\nthen end");
        List<Shop.Item> facts = List.of(Shop.item("a".repeat(60), 1));
        assertThatThrownBy(() -> rules.infer(facts, SessionLimits.DEFAULT))
                .isInstanceOf(RuleFailure.class)
                .hasMessageStartingWith("s.drl:2:12: ")
                .hasMessageContaining(
                        "failed: the regular expression \"(a|aa)+\\1?b\" took more than 2000000 steps on one text")
                .hasMessageEndingWith("(in rule \"slow\")");
    }

    @Test
    void regular_expression_that_overflows_the_stack_ends_as_an_error() {
        RuleBase rules = load("rule \"deep\"\nwhen Item( name matches \"(x|y)*\" )\nthen end");
        List<Shop.Item> facts = List.of(Shop.item("x".repeat(300_000), 1));
        assertThatThrownBy(() -> rules.infer(facts, SessionLimits.DEFAULT)).isInstanceOf(RuleFailure.class);
    }
}

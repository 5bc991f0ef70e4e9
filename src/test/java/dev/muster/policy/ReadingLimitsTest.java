package dev.muster.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.limit.Allowance;
import dev.muster.limit.Memory;
import dev.muster.policy.drl.DrlSource;
import dev.muster.policy.drl.loading.RuleBase;
import dev.muster.policy.vocabulary.MusterVocabulary;
import dev.muster.source.Fault;
import dev.muster.source.FaultException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a pack holds: reading it ends, and says where it was. */
@Timeout(30)
class ReadingLimitsTest {
    private static final Memory PLENTY = new Memory(() -> 1L << 30);

    /** A clock by which each look at it takes a second. */
    private static LongSupplier seconds(AtomicLong looks) {
        return () -> Duration.ofSeconds(looks.getAndIncrement()).toNanos();
    }

    private static Allowance seconds(long most) {
        return new Allowance(Duration.ofSeconds(most), seconds(new AtomicLong()), PLENTY);
    }

    private static String many(String head, String item, int count, String tail) {
        return IntStream.range(0, count)
                .mapToObj(i -> item.replace("#", "" + i))
                .collect(Collectors.joining("\n", head + "\n", "\n" + tail));
    }

    private static List<Fault> faults(Allowance allowance, SmallPack pack) {
        PackFiles files = PackFiles.of("small", pack.rules(), pack.agents());
        return switch (allowance.<PackState>spentOn(files::read)) {
            case PackState.Broken broken -> broken.faults();
            case PackState.Loaded _ -> List.of();
        };
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            many.drl     | rule "r#" when TaskType( name == "api" ) then end
            many.drl     | rule "r#" when then insert( new TaskType( "api" ) ); end
            many.drl     | import a.B#
            many.drl     | // # //
            many.csv     | a,b,c#
            signals.yaml | - {name: s#, kind: topic, any: [a, b]}
            pack.yaml    | x#: {y: z}
            """)
    void file_that_takes_too_long_is_told_with_the_line_that_was_reached(String file, String line) {
        SmallPack pack = new SmallPack().append(file, many("", line, 6_000, ""));
        assertThat(faults(seconds(8), pack)).anySatisfy(fault -> {
            assertThat(fault.place().file()).isEqualTo("small/" + file);
            assertThat(fault.place().line()).isGreaterThan(20);
            assertThat(fault.message()).startsWith("Reading the pack was stopped here after 8000 ms: ");
        });
    }

    @Test
    void many_agents_that_take_too_long_are_told_with_the_file_that_was_reached() {
        SmallPack pack = new SmallPack();
        IntStream.range(0, 5_000).forEach(i -> pack.agent("a" + i));
        assertThat(faults(seconds(8), pack))
                .singleElement()
                .satisfies(fault -> assertThat(fault.place().file()).startsWith("small/a"));
    }

    @ParameterizedTest
    @ValueSource(longs = {170, 235}) // while it is parsed, and while it is compiled
    void statement_that_takes_too_long_is_told_with_its_rule(long most) {
        SmallPack pack = new SmallPack()
                .append(
                        "many.drl",
                        many("rule \"long\" when then", "insert( new TaskType( \"api\" ) );", 5_000, "end"));
        assertThat(faults(seconds(most), pack)).singleElement().satisfies(fault -> {
            assertThat(fault.place().line()).isGreaterThan(20);
            assertThat(fault.message()).endsWith(" (in rule \"long\").");
        });
    }

    @Test
    void building_the_network_has_the_same_clock() {
        String rules = many(
                "", "rule \"r#\" when TaskType( name != \"#\", $n : name ) Category( name != $n ) then end", 800, "");
        AtomicLong looks = new AtomicLong();
        load(new Allowance(Duration.ofDays(1), seconds(looks), PLENTY), rules);
        List<Fault> found = load(seconds(looks.get() - 3), rules);
        assertThat(found)
                .singleElement()
                .satisfies(fault -> assertThat(fault.message())
                        .contains("Reading the pack was stopped here")
                        .contains("(in rule \"r"));
    }

    private static List<Fault> load(Allowance allowance, String rules) {
        try {
            allowance.<Object>spentOn(
                    () -> RuleBase.load(MusterVocabulary.INSTANCE, List.of(new DrlSource("f.drl", rules))));
            return List.of();
        } catch (FaultException e) {
            return e.faults();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            many.drl     | rule "r#" when TaskType( name == "api" ) then end
            many.csv     | a,b,c#
            signals.yaml | - {name: s#, kind: topic, any: [a, b]}
            """)
    void file_that_takes_too_much_memory_is_told_with_its_line_and_gives_all_of_it_back(String file, String line) {
        Memory little = new Memory(() -> 2L << 20);
        Allowance allowance = new Allowance(Duration.ofMinutes(5), System::nanoTime, little);
        assertThat(faults(allowance, new SmallPack().append(file, many("", line, 12_000, ""))))
                .anySatisfy(fault -> {
                    assertThat(fault.place().file()).isEqualTo("small/" + file);
                    assertThat(fault.place().line()).isGreaterThan(20);
                    assertThat(fault.message()).contains("stopped here after more than 2 MB of memory");
                });
        assertThat(little.taken()).isZero();
    }

    @Test
    void where_there_is_less_memory_fewer_patterns_fit() {
        String conditions = "( TaskType() or Category() )\n".repeat(11);
        SmallPack pack = new SmallPack().append("many.drl", "rule \"large\" when\n" + conditions + "then end\n");
        Memory little = new Memory(() -> 8L << 20);
        assertThat(faults(new Allowance(Duration.ofMinutes(5), System::nanoTime, little), pack))
                .anySatisfy(fault -> assertThat(fault.toString())
                        .startsWith("small/many.drl:1:1: Reading the pack was stopped here after more than 8 MB")
                        .endsWith("(in rule \"large\")."));
    }

    @Test
    void what_is_wrong_beyond_what_is_told_costs_nothing() {
        String imports = many("", "import a.b.Foo#", 60_000, "");
        assertThat(faults(seconds(3_000), new SmallPack().append("many.drl", imports)))
                .hasSize(100);
    }
}

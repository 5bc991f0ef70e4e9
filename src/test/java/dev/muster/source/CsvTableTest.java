package dev.muster.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.fact.Row;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CsvTableTest {
    private final Faults faults = new Faults();

    @Test
    void rows_know_table_file_line_and_cells() {
        CsvTable table = read("""
                # who does what
                task_type , primary,supporting

                a,x, "p;q"
                # a comment
                "b
                c",y,
                d,"say ""hi""\",z
                """);

        assertThat(table.name()).isEqualTo("selection");
        assertThat(table.columns()).containsExactly("task_type", "primary", "supporting");
        assertThat(table.rows()).extracting(Row::line).containsExactly(4, 6, 8);
        assertThat(table.rows().getFirst().values("supporting")).containsExactly("p", "q");
        assertThat(table.rows().get(1).cell("task_type")).isEqualTo("b\nc");
        assertThat(table.rows().get(2).cell("primary")).isEqualTo("say \"hi\"");
        assertThat(table.rows().getFirst().file()).isEqualTo("backend/selection.csv");
        assertThat(faults.isEmpty()).isTrue();
    }

    @Test
    void place_is_the_cells_own() {
        CsvTable table = read("a,b,c\n# x\n\n1, 22 ,3\n\"x\ny\",2,3\n");

        Row first = table.rows().getFirst();
        Row second = table.rows().getLast();
        assertThat(table.place(first, "b")).isEqualTo(new Place("backend/selection.csv", 4, 4));
        assertThat(table.place(first, "c")).isEqualTo(new Place("backend/selection.csv", 4, 8));
        assertThat(table.place(second, "b")).isEqualTo(new Place("backend/selection.csv", 6, 4));
        assertThat(table.place(first, "none")).isEqualTo(new Place("backend/selection.csv", 4, 1));
    }

    @Test
    void byte_order_mark_and_carriage_returns_do_not_matter() {
        CsvTable table = read("\uFEFFa,b\r\n1,2\r\n\r\n3,4\r\n");

        assertThat(table.columns()).containsExactly("a", "b");
        assertThat(table.rows()).extracting(Row::line).containsExactly(2, 4);
        assertThat(faults.isEmpty()).isTrue();
    }

    @Test
    void blank_rows_of_a_spreadsheet_are_skipped() {
        assertThat(read("a,b\n,\n  \n1,2\n").rows()).extracting(Row::line).containsExactly(4);
        assertThat(faults.isEmpty()).isTrue();
    }

    @Test
    void ragged_rows_are_all_reported() {
        read("a,b\n1\n1,2,3\n1,2\n");

        assertFaults(
                "2:1: This row has 1 cells, the table has 2 columns.",
                "3:5: This row has 3 cells, the table has 2 columns."
                        + " A cell that holds a comma must stand in double quotes.");
    }

    @Test
    void wrong_column_names_are_reported() {
        read("a,,a\n1,2,3\n");
        read("a;b;c\n1;2;3\n");

        assertFaults(
                "1:1: The cells of a table are parted by commas; found \"a;b;c\".",
                "1:3: Column 2 has no name; the first row names the columns.",
                "1:4: The column \"a\" is already there.");
    }

    @Test
    void quote_without_end_is_reported_where_it_starts() {
        read("a,b\n\n1,2\n3, \"4\n5,6\n");

        assertFaults("4:4: The quote that starts here does not end.");
    }

    @Test
    void text_behind_a_closing_quote_is_reported() {
        read("a,b\n1,2\n\"3\"x,4\n");

        assertFaults("3:1: A cell in this row goes on after its closing quote; write \"\" for a quote inside.");
    }

    @Test
    void empty_table_is_reported() {
        read("");

        assertFaults("1:1: This table is empty; its first row names the columns.");
    }

    @Test
    void header_alone_is_a_table_without_rows() {
        assertThat(read("a,b\n").rows()).isEmpty();
        assertThat(faults.isEmpty()).isTrue();
    }

    private CsvTable read(String text) {
        return CsvTable.read("backend/selection.csv", text, faults);
    }

    private void assertFaults(String... expected) {
        assertThat(faults.sorted())
                .extracting(fault -> fault.toString().substring("backend/selection.csv:".length()))
                .containsExactly(expected);
    }

    @Test
    @Timeout(10)
    void more_columns_than_a_table_has_are_a_fault_at_once() {
        String head = IntStream.range(0, 60_000).mapToObj(i -> "column" + i).collect(Collectors.joining(","));
        read(head + "\n" + ",".repeat(59_999) + "\n");

        assertThat(faults.sorted())
                .first()
                .hasToString(
                        "backend/selection.csv:1:1: This row has 60000 cells; a table has at most 1000 columns. Take out"
                                + " what no rule asks for, or part it into several tables.");
    }

    @ParameterizedTest
    @Timeout(20)
    @MethodSource
    void more_of_anything_than_a_table_has_is_one_fault_where_it_begins(String text, String place, String message) {
        read(text);
        assertThat(faults.sorted())
                .singleElement()
                .asString()
                .startsWith("backend/selection.csv:" + place + ": ")
                .contains(message);
    }

    static Stream<Arguments> more_of_anything_than_a_table_has_is_one_fault_where_it_begins() {
        String wide = "a" + IntStream.range(1, 900).mapToObj(i -> ",a" + i).collect(Collectors.joining());
        return Stream.of(
                Arguments.of(
                        "a\n" + "x\n".repeat(30_000), "20002:1", "Here begins row 20001; a table has at most 20000."),
                Arguments.of(
                        wide + "\n" + ("x" + ",".repeat(899) + "\n").repeat(4_000),
                        "556:1",
                        "more than 500000 cells up to here"),
                Arguments.of("a,b\n1," + "x".repeat(20_001) + "\n2,3\n", "2:1", "a cell of more than 20000 characters"),
                Arguments.of("a\n" + "x".repeat(4_000_000) + "\n", "1:1", "at most 4000000 are read"));
    }
}

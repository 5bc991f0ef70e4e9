package dev.muster.reading.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.fact.Signal;
import dev.muster.fact.Task;
import dev.muster.reading.Reader;
import dev.muster.source.Fault;
import dev.muster.source.Faults;
import org.junit.jupiter.api.Test;

class SignalsTest {
    private final Faults faults = new Faults();

    @Test
    void definitions_are_read_and_sorted_by_name() {
        Signals signals = parse("""
                - name: file-upload
                  kind: topic
                  any: ['upload*', '"multipart form"~2', 'attach* AND (file* OR pdf)']
                  not: ['"upload speed"']
                  weight: 2
                - {name: add, kind: action, any: add}
                """);

        assertThat(faults.sorted()).isEmpty();
        assertThat(signals.definitions()).extracting(SignalDefinition::name).containsExactly("add", "file-upload");
        assertThat(signals.definitions().getLast().any()).hasSize(3);
        assertThat(signals.definitions().getLast().weight()).isEqualTo(2.0);
    }

    @Test
    void every_fault_is_reported_with_its_place() {
        parse("""
                - name: a
                  kind: topic
                  any: ['upload AND', 'file']
                  nott: [x]
                - name: b
                  any: []
                - name: c
                  kind: topic
                - name: d
                  kind: topic
                  any: [x, [y]]
                  weight: heavy
                """);

        assertFaults(
                "3:20: The query \"upload AND\" cannot be read at its end;"
                        + " a word, a \"phrase\", a prefix* or a bracket is expected.",
                "4:3: Unknown key \"nott\" in item 1 of the file. Did you mean \"not\"?",
                "5:3: \"kind\" is missing in item 2 of the file.",
                "6:8: This list is empty, so the signal can never match.",
                "7:3: \"any\" is missing in item 3 of the file.",
                "11:12: Item 2 of any should be a text; found a list.",
                "12:11: \"weight\" should be a number; found a text (\"heavy\").");
    }

    @Test
    void queries_that_cannot_work_are_refused_with_the_reason() {
        assertThat(refusal("*load")).contains("begins with a wildcard");
        assertThat(refusal("the")).contains("\"the\" tells nothing about a text");
        assertThat(refusal("upload AND it")).contains("\"it\" tells nothing");
        assertThat(refusal("\"!!\"")).contains("tells nothing");
        assertThat(refusal("a*")).contains("too short a prefix");
        assertThat(refusal("\"upload* file\"")).contains("a wildcard does not work inside quotes");
        assertThat(refusal("titel:upload"))
                .contains("there is no field \"titel\".")
                .contains("\"title\"");
        assertThat(refusal("[a TO b]")).contains("ranges are not offered");
        assertThat(refusal("NOT upload")).contains("only forbids");
        assertThat(refusal("*:*")).isNotEmpty();
        assertThat(refusal("")).contains("empty");
        assertThat(refusal("(upload")).contains("at its end");
        assertThat(refusal("\"upload")).isNotEmpty();
    }

    @Test
    void same_name_is_reported_with_both_places() {
        parse("- {name: a, kind: topic, any: x1}\n- {name: a, kind: topic, any: y1}\n");

        assertFaults("2:10: The signal \"a\" is already defined at signals.yaml:1:3.");
    }

    @Test
    void another_pack_overrides_by_name() {
        Signals base = parse("- {name: a, kind: topic, any: apple}\n- {name: b, kind: topic, any: banana}\n");
        Signals mine = parse("- {name: a, kind: topic, any: pear}\n");

        Signals both = base.overriddenBy(mine);

        assertThat(Reader.read(new Task("", "an apple, a pear, a banana"), both).signals())
                .extracting(Signal::name, signal -> signal.evidence().getFirst().text())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("a", "pear"),
                        org.assertj.core.groups.Tuple.tuple("b", "banana"));
    }

    @Test
    void file_that_is_no_list_is_reported() {
        parse("signals: []\n");

        assertFaults("1:1: The file should be a list; found a map.");
    }

    private String refusal(String query) {
        Faults found = new Faults();
        Signals.parse("s.yaml", "- {name: a, kind: b, any: ['" + query + "']}", found);
        return found.sorted().isEmpty() ? "" : found.sorted().getFirst().message();
    }

    private Signals parse(String text) {
        return Signals.parse("signals.yaml", text, faults);
    }

    private void assertFaults(String... expected) {
        assertThat(faults.sorted())
                .extracting(Fault::toString)
                .extracting(fault -> fault.substring("signals.yaml:".length()))
                .containsExactly(expected);
    }
}

package dev.muster.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class YamlNodeTest {
    private final Faults faults = new Faults();

    @Test
    void values_of_every_shape_are_read_as_written() {
        YamlNode node = parse("""
                title: Backend: no
                limits: {steps: 30, cost: 20.5}
                strict: true
                tags: [a, 1]
                one: a
                """.replace("Backend: no", "'Backend: no'"));

        assertThat(node.get("title").text()).isEqualTo("Backend: no");
        assertThat(node.get("limits").get("steps").integerOr(0)).isEqualTo(30);
        assertThat(node.get("limits").get("cost").numberOr(0)).isEqualTo(20.5);
        assertThat(node.get("strict").boolOr(false)).isTrue();
        assertThat(node.get("tags").texts()).containsExactly("a", "1");
        assertThat(node.get("one").texts()).containsExactly("a");
        assertThat(faults.isEmpty()).isTrue();
    }

    @Test
    void empty_item_of_a_list_of_texts_is_reported_and_left_out() {
        YamlNode node = parse("words: [npe, null, ~, 'null']\nnone:\n");

        assertThat(node.get("words").texts()).containsExactly("npe", "null");
        assertThat(node.get("none").texts()).isEmpty();
        assertFaults(
                "pack.yaml:1:14: Item 2 of words is empty; a word such as null or ~ that is meant stands in quotes.",
                "pack.yaml:1:20: Item 3 of words is empty; a word such as null or ~ that is meant stands in quotes.");
    }

    @Test
    void absent_values_give_defaults_without_fault() {
        YamlNode node = parse("title: x\nempty:\n");

        assertThat(node.get("mode").textOr("sequential")).isEqualTo("sequential");
        assertThat(node.get("empty").textOr("y")).isEqualTo("y");
        assertThat(node.get("limits").get("steps").integerOr(7)).isEqualTo(7);
        assertThat(node.get("phases").items()).isEmpty();
        assertThat(node.get("reviews").entries()).isEmpty();
        assertThat(node.has("empty")).isTrue();
        assertThat(faults.isEmpty()).isTrue();
    }

    @Test
    void unknown_key_is_reported_with_the_likely_one() {
        parse("title: x\nphasse: []\n").onlyKeys("title", "phases");

        assertFaults("pack.yaml:2:1: Unknown key \"phasse\" in the file. Did you mean \"phases\"?");
    }

    @Test
    void required_key_missing_is_reported_once_at_what_should_hold_it() {
        YamlNode phase = parse("phases:\n  - mode: parallel\n  - name:\n")
                .get("phases")
                .items()
                .getFirst();

        assertThat(phase.required("name").text()).isEmpty();
        parse("name:").required("name");
        assertFaults(
                "pack.yaml:1:1: \"name\" is missing in the file.",
                "pack.yaml:2:5: \"name\" is missing in item 1 of phases.");
    }

    @Test
    void wrong_shape_says_what_was_found_and_expected() {
        YamlNode node = parse("phases: Foundation\nsteps: many\nstrict: yes\nname: [a]\nlimits: [1]\nmode: paralel\n");

        node.get("phases").items();
        node.get("steps").integerOr(1);
        node.get("strict").boolOr(false);
        node.get("name").text();
        node.get("limits").entries();
        node.get("mode").oneOf("sequential", List.of("sequential", "parallel"));
        assertFaults(
                "pack.yaml:1:9: \"phases\" should be a list; found a text (\"Foundation\").",
                "pack.yaml:2:8: \"steps\" should be a whole number; found a text (\"many\").",
                "pack.yaml:3:9: \"strict\" should be true or false; found a text (\"yes\").",
                "pack.yaml:4:7: \"name\" should be a text; found a list.",
                "pack.yaml:5:9: \"limits\" should be a map; found a list.",
                "pack.yaml:6:7: \"paralel\" is not possible for mode. Did you mean \"parallel\"?");
    }

    @Test
    void number_beyond_what_a_number_holds_is_none() {
        assertThat(parse("cost: 1e999").get("cost").numberOr(1)).isEqualTo(1);
        assertFaults("pack.yaml:1:7: \"cost\" should be a number; found a text (\"1e999\").");
    }

    @Test
    void broken_yaml_is_one_fault_with_its_place() {
        YamlNode node = parse("title: x\nhint: Is it: so\n");

        node.required("title");
        node.onlyKeys("a");
        assertFaults("pack.yaml:2:12: This is not YAML: mapping values are not allowed here."
                + " A value that holds \": \" must stand in quotes.");
    }

    @Test
    void tab_indentation_is_explained() {
        parse("a:\n\tb: 1\n");

        assertThat(faults.sorted()).hasSize(1);
        assertThat(faults.sorted().getFirst().toString())
                .startsWith("pack.yaml:2:1: ")
                .endsWith("Indent with spaces.");
    }

    @Test
    void duplicate_keys_are_reported_at_every_depth() {
        parse("a: 1\nb:\n  c: 1\n  c: 2\na: 2\n");

        assertFaults(
                "pack.yaml:4:3: The key \"c\" is already there in line 3.",
                "pack.yaml:5:1: The key \"a\" is already there in line 1.");
    }

    @Test
    void tags_aliases_and_second_documents_are_refused() {
        parse("a: !!javax.script.ScriptEngineManager []\n");
        parse("a: &x [1]\nb: *x\n");
        parse("a: 1\n---\nb: 1\n");

        assertFaults(
                "pack.yaml:1:4: The tag tag:yaml.org,2002:javax.script.ScriptEngineManager is not supported here;"
                        + " quote the value or leave the tag out.",
                "pack.yaml:2:1: A second document starts here; one file holds one document.",
                "pack.yaml:2:4: The alias *x is not supported here; write the value out.");
    }

    @Test
    void deep_and_long_files_are_refused_without_being_read() {
        parse("[".repeat(100_000));
        parse("a".repeat(1_000_001));

        assertThat(faults.sorted())
                .extracting(Fault::message)
                .containsExactly(
                        "This file has 1000001 characters; at most 1000000 are read.",
                        "This is nested more than 40 deep.");
    }

    @Test
    void columns_count_utf16_units_after_emoji() {
        YamlNode node = parse("\uFEFF{a: '😀😀', b: x}");

        assertThat(node.get("b").place()).isEqualTo(new Place("pack.yaml", 1, 16));
        assertThat(node.get("a").place(2)).isEqualTo(new Place("pack.yaml", 1, 8));
    }

    @Test
    void characters_yaml_forbids_are_reported_with_their_place() {
        parse("a: 1\nb: \u0001");
        parse("a: \uD800x");

        assertThat(faults.sorted())
                .extracting(Fault::toString)
                .containsExactly(
                        "pack.yaml:1:4: The character U+D800 is not allowed in YAML; remove it.",
                        "pack.yaml:2:4: The character U+0001 is not allowed in YAML; remove it.");
    }

    @Test
    void empty_file_is_absent_without_fault() {
        assertThat(parse("").isPresent()).isFalse();
        assertThat(parse("# nothing\n").isPresent()).isFalse();
        assertThat(faults.isEmpty()).isTrue();
    }

    @Test
    void value_is_plain_java() {
        Object value = parse("{b: [1, -2.5, no, 'true', true, ~, 2026-01-01], a: {c: d}}")
                .value();

        assertThat(value)
                .isEqualTo(Map.of(
                        "b", Arrays.asList(1L, -2.5, "no", "true", true, null, "2026-01-01"), "a", Map.of("c", "d")));
    }

    @Test
    void keys_keep_the_order_of_the_file_and_their_places() {
        YamlNode node = parse("z: 1\r\na: 2\r\nm: 3\r\n");

        assertThat(node.entries().keySet()).containsExactly("z", "a", "m");
        assertThat(node.keyPlace("m")).isEqualTo(new Place("pack.yaml", 3, 1));
    }

    private YamlNode parse(String text) {
        return YamlNode.parse("pack.yaml", text, faults);
    }

    private void assertFaults(String... expected) {
        assertThat(faults.sorted()).extracting(Fault::toString).containsExactly(expected);
    }

    @Test
    @Timeout(5)
    void keys_of_a_large_map_are_each_found_at_once() {
        String text = IntStream.range(0, 80_000).mapToObj(i -> "k" + i + ": 1").collect(Collectors.joining("\n"));
        YamlNode root = YamlNode.parse("f.yaml", text, new Faults());
        long found = root.entries().keySet().stream()
                .filter(key -> root.keyPlace(key).column() == 1)
                .count();
        assertThat(found).isEqualTo(80_000);
    }
}

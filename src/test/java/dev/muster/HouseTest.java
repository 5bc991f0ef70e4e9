package dev.muster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The house as its files show it: rooms that one can look through, and names that stand for one thing. */
class HouseTest {
    private static final Path MAIN = Path.of("src/main/java");
    private static final Path TESTS = Path.of("src/test/java");

    /** More than this nobody looks through. */
    private static final int MOST_FILES = 25;

    /** Names that stand for two things all the same, with the reason. */
    private static final Map<String, String> DOUBLE = Map.of();

    private static final Pattern TEST = Pattern.compile(
            "@(?:Test|ParameterizedTest|Property|RepeatedTest|TestFactory)\\b(?:(?!\\n\\n).)*?\\n    (?:public )?(?:void|Stream<\\w+>|List<\\w+>) (\\w+)\\(",
            Pattern.DOTALL);

    private static List<Path> files(Path root) {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    private static String room(Path file) {
        return RoomTable.room(MAIN.relativize(file).getParent().toString().replace('/', '.'));
    }

    @Test
    void room_has_no_more_files_than_one_looks_through() {
        Map<String, Long> large = files(MAIN).stream()
                .collect(Collectors.groupingBy(HouseTest::room, TreeMap::new, Collectors.counting()));
        large.values().removeIf(count -> count <= MOST_FILES);
        assertThat(large).isEmpty();
    }

    @Test
    void every_room_has_a_row_in_the_map_and_every_row_a_room() {
        assertThat(RoomTable.read().rooms())
                .isEqualTo(files(MAIN).stream()
                        .map(HouseTest::room)
                        .distinct()
                        .sorted()
                        .toList());
    }

    @Test
    void every_room_says_what_it_is_for() {
        assertThat(files(MAIN).stream().map(Path::getParent).distinct())
                .allSatisfy(
                        room -> assertThat(room.resolve("package-info.java")).exists());
    }

    @Test
    void name_of_a_class_stands_for_one_thing() {
        Map<String, List<String>> rooms = files(MAIN).stream()
                .collect(Collectors.groupingBy(
                        HouseTest::name, TreeMap::new, Collectors.mapping(HouseTest::room, Collectors.toList())));
        rooms.entrySet().removeIf(entry -> entry.getValue().size() == 1 || DOUBLE.containsKey(entry.getKey()));
        assertThat(rooms).isEmpty();
    }

    @Test
    void tests_are_named_as_sentences_with_underscores() throws IOException {
        List<String> others = new ArrayList<>();
        int seen = 0;
        for (Path file : files(TESTS)) {
            for (var test : TEST.matcher(Files.readString(file)).results().toList()) {
                seen++;
                if (!test.group(1).equals(test.group(1).toLowerCase(java.util.Locale.ROOT))) {
                    others.add(name(file) + "#" + test.group(1));
                }
            }
        }
        assertThat(seen).isGreaterThan(1_000);
        assertThat(others).isEmpty();
    }
}

package dev.muster.policy.drl;

import static dev.muster.policy.drl.Shop.item;

import dev.muster.policy.drl.Shop.Big;
import dev.muster.policy.drl.Shop.Box;
import dev.muster.policy.drl.Shop.Note;
import dev.muster.policy.drl.Shop.Person;
import dev.muster.policy.drl.Shop.Worker;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Sets of facts for comparisons with Drools; made anew each time, since rules change some of them. */
public final class Facts {
    private Facts() {}

    public static final List<String> SETS = List.of("none", "things", "people", "all", "backwards");

    public static List<Object> of(String set) {
        return switch (set) {
            case "none" -> List.of();
            case "things" -> things();
            case "people" -> people();
            case "all" -> {
                List<Object> all = things();
                all.addAll(people());
                yield all;
            }
            default -> {
                List<Object> all = people();
                all.addAll(things());
                yield new ArrayList<>(all.reversed());
            }
        };
    }

    private static List<Object> things() {
        Shop.Item a = item("a", 5, "cheap", "new");
        Shop.Item b = item("b", 50);
        return new ArrayList<>(List.of(
                a,
                b,
                item("c", 2, "cheap"),
                item("dd", 9, "new", "old"),
                item("ee", 5, "b", "a"),
                new Shop.Item("grey", 17, null, List.of("new")),
                new Box(a, b, Map.of("size", "small")),
                new Box(b, null, Map.of()),
                new Big(5, 2.0, 7),
                new Big(10, 2.5, null),
                new Big(3_000_000_000L, -1.5, 5),
                new Note("a"),
                new Note("cheap"),
                new Note("5")));
    }

    private static List<Object> people() {
        Person happy = new Person("Ann", 50, "Rome");
        happy.setHappy(true);
        return new ArrayList<>(List.of(
                new Person("Ann", 30, "Rome"),
                new Person("Bob", 17, null),
                new Person("a", 41, "Oslo"),
                happy,
                new Worker("Wim", 41, "Rome", 1000),
                new Worker("Xia", 25, null, 30)));
    }
}

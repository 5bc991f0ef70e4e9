package dev.muster.policy.drl;

import static dev.muster.policy.drl.Parameter.param;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A small world of facts, mutable ones and records, for tests that compare with Drools. */
public final class Shop {
    private Shop() {}

    public enum Colour {
        RED,
        GREEN,
        BLUE
    }

    public record Item(String name, int price, @Nullable Colour colour, List<String> tags) {
        public int weight(String unit) {
            return unit.length() * price;
        }
    }

    public record Offer(String name, int amount) {
        public Offer(String name) {
            this(name, 0);
        }
    }

    public record Note(String text) {}

    public record Big(long number, double ratio, @Nullable Integer maybe) {}

    public record Box(Item item, @Nullable Item spare, Map<String, String> labels) {}

    /** A mutable fact as beans are. */
    public static class Person {
        private String name;
        private int age;
        private @Nullable String town;
        private boolean happy;

        public Person(String name, int age, @Nullable String town) {
            this.name = name;
            this.age = age;
            this.town = town;
        }

        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }

        public int getAge() {
            return age;
        }

        public void setAge(int age) {
            this.age = age;
        }

        public @Nullable String getTown() {
            return town;
        }

        public void setTown(@Nullable String town) {
            this.town = town;
        }

        public boolean isHappy() {
            return happy;
        }

        public void setHappy(boolean happy) {
            this.happy = happy;
        }

        @Override
        public String toString() {
            return "Person " + name + " " + age + " " + town + (happy ? " happy" : "");
        }
    }

    /** A person with a job: a subtype. */
    public static class Worker extends Person {
        private int pay;

        public Worker(String name, int age, @Nullable String town, int pay) {
            super(name, age, town);
            this.pay = pay;
        }

        public int getPay() {
            return pay;
        }

        public void setPay(int pay) {
            this.pay = pay;
        }
    }

    public static final Vocabulary VOCABULARY = Vocabulary.builder()
            .enumeration(Colour.class, "What colour an item has")
            .type(
                    Item.class,
                    "Something to sell",
                    t -> t.property("name", String.class, Item::name, "its name")
                            .property("price", int.class, Item::price, "what it costs")
                            .property("colour", Colour.class, Item::colour, "its colour")
                            .property("tags", ValueType.listOf(String.class), Item::tags, "words about it")
                            .method(
                                    "weight",
                                    int.class,
                                    List.of(param("unit", String.class)),
                                    (i, a) -> i.weight(a.get(0)),
                                    "its weight")
                            .constructor(
                                    List.of(
                                            param("name", String.class),
                                            param("price", int.class),
                                            param("colour", Colour.class),
                                            param("tags", ValueType.listOf(String.class))),
                                    a -> new Item(a.get(0), a.<Integer>get(1), a.orNull(2), a.get(3)),
                                    "an item"))
            .type(
                    Offer.class,
                    "A proposal",
                    t -> t.property("name", String.class, Offer::name, "what is offered")
                            .property("amount", int.class, Offer::amount, "how much of it")
                            .constructor(List.of(param("name", String.class)), a -> new Offer(a.get(0)), "an offer")
                            .constructor(
                                    List.of(param("name", String.class), param("amount", int.class)),
                                    a -> new Offer(a.get(0), a.<Integer>get(1)),
                                    "an offer of an amount"))
            .type(
                    Note.class,
                    "A remark",
                    t -> t.property("text", String.class, Note::text, "what it says")
                            .constructor(List.of(param("text", String.class)), a -> new Note(a.get(0)), "a remark"))
            .type(
                    Big.class,
                    "Numbers",
                    t -> t.property("number", long.class, Big::number, "a large number")
                            .property("ratio", double.class, Big::ratio, "a number with decimals")
                            .property("maybe", Integer.class, Big::maybe, "a number or nothing"))
            .type(
                    Box.class,
                    "Something around an item",
                    t -> t.property("item", Item.class, Box::item, "what is in it")
                            .property("spare", Item.class, Box::spare, "what may be in it")
                            .property("labels", ValueType.mapOf(String.class), Box::labels, "words by key"))
            .type(
                    Person.class,
                    "Somebody",
                    t -> t.property("name", String.class, Person::getName, Person::setName, "the name")
                            .property("age", int.class, Person::getAge, Person::setAge, "the age in years")
                            .property("town", String.class, Person::getTown, Person::setTown, "the town")
                            .property("happy", boolean.class, Person::isHappy, Person::setHappy, "whether happy")
                            .constructor(
                                    List.of(
                                            param("name", String.class),
                                            param("age", int.class),
                                            param("town", String.class)),
                                    a -> new Person(a.get(0), a.<Integer>get(1), a.orNull(2)),
                                    "somebody"))
            .type(
                    Worker.class,
                    "Somebody with a job",
                    t -> t.property("pay", int.class, Worker::getPay, Worker::setPay, "the pay"))
            .build();

    static List<Class<?>> types() {
        return List.of(
                Colour.class, Item.class, Offer.class, Note.class, Big.class, Box.class, Person.class, Worker.class);
    }

    public static Item item(String name, int price, String... tags) {
        Colour[] colours = Colour.values();
        return new Item(name, price, colours[name.length() % 3], List.of(tags));
    }
}

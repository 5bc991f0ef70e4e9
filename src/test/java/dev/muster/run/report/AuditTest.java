package dev.muster.run.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.hash.Sha256;
import dev.muster.run.Bench;
import dev.muster.run.RandomRun;
import dev.muster.run.Reports;
import dev.muster.run.event.Chain;
import dev.muster.run.event.Logged;
import dev.muster.run.event.RunBrief;
import dev.muster.run.event.RunEvent;
import dev.muster.run.event.RunMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Whatever is changed in a log is found, and the first place of it is named. */
class AuditTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RUN = "r1";

    private static List<Logged> log() {
        return Reports.complete().log();
    }

    private static Chain end(List<Logged> log) {
        return Chain.of(RUN).with(log.getLast());
    }

    private static Audit.Fault first(List<Logged> tampered, Chain end) {
        List<Audit.Fault> faults = Audit.verify(RUN, tampered, end);
        assertThat(faults).isNotEmpty();
        return faults.getFirst();
    }

    @Test
    void log_as_it_was_written_is_sound() {
        assertThat(Audit.verify(RUN, log(), end(log()))).isEmpty();
    }

    @Test
    void every_field_of_every_type_of_event_is_held_against_its_hash() throws JsonProcessingException {
        Set<String> seen = new HashSet<>();
        int all = RunEvent.class.getPermittedSubclasses().length;
        for (long seed = 0; seed < 1_000 && seen.size() < all; seed++) {
            RandomRun run = new RandomRun(seed);
            run.play();
            List<Logged> log = run.bench().log();
            for (int i = 0; i < log.size(); i++) {
                if (seen.add(JSON.readTree(log.get(i).json()).get("type").asText())) {
                    changeEachField("r" + seed, log, i, run.bench().chain());
                }
            }
        }
        assertThat(seen).hasSize(all);
    }

    private static void changeEachField(String run, List<Logged> log, int place, Chain end)
            throws JsonProcessingException {
        Logged event = log.get(place);
        int leaves = leaves(JSON.readTree(event.json()), _ -> {});
        for (int leaf = 0; leaf < leaves; leaf++) {
            JsonNode changed = JSON.readTree(event.json());
            int wanted = leaf;
            int[] at = {0};
            leaves(changed, change -> {
                if (at[0]++ == wanted) {
                    change.run();
                }
            });
            assertThat(changed).isNotEqualTo(JSON.readTree(event.json()));
            List<Logged> tampered = new ArrayList<>(log);
            tampered.set(
                    place, new Logged(event.seq(), event.at(), changed.toString(), event.prevHash(), event.hash()));
            assertThat(Audit.verify(run, tampered, end))
                    .as("%s", changed)
                    .containsExactly(
                            new Audit.Fault(event.seq(), "Its content is not what was hashed: it was changed."));
        }
    }

    /** Gives each value within a node, with what would change it, and counts them. */
    private static int leaves(JsonNode node, Consumer<Runnable> each) {
        int count = 0;
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                count += object.get(name).isContainerNode() && !object.get(name).isEmpty()
                        ? leaves(object.get(name), each)
                        : one(each, () -> object.set(name, other(object.get(name))));
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int place = i;
                count += array.get(i).isContainerNode() && !array.get(i).isEmpty()
                        ? leaves(array.get(i), each)
                        : one(each, () -> array.set(place, other(array.get(place))));
            }
        }
        return count;
    }

    private static int one(Consumer<Runnable> each, Runnable change) {
        each.accept(change);
        return 1;
    }

    private static JsonNode other(JsonNode value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (value.getNodeType()) {
            case NUMBER -> nodes.numberNode(value.asLong() + 1);
            case BOOLEAN -> nodes.booleanNode(!value.asBoolean());
            case STRING -> nodes.textNode(value.asText() + "x");
            default -> nodes.textNode("something else");
        };
    }

    @Test
    void time_of_an_event_is_held_against_its_hash() {
        List<Logged> log = new ArrayList<>(log());
        Logged third = log.get(2);
        log.set(2, new Logged(3, third.at().plusMillis(1), third.json(), third.prevHash(), third.hash()));

        assertThat(first(log, end(log)).seq()).isEqualTo(3);
    }

    @Test
    void event_that_is_rehashed_is_not_continued_by_the_next() {
        for (int i = 0; i < log().size() - 1; i++) {
            List<Logged> log = new ArrayList<>(log());
            Logged event = log.get(i);
            log.set(i, new Chain(i, event.prevHash()).next(event.at(), new RunEvent.PhaseStarted("Other")));

            assertThat(first(log, end(log())))
                    .isEqualTo(new Audit.Fault(
                            i + 2, "It does not continue the event before it: one of the two was changed."));
        }
    }

    @Test
    void event_that_is_taken_out_is_missed_at_its_place() {
        for (int i = 0; i < log().size() - 1; i++) {
            List<Logged> log = new ArrayList<>(log());
            log.remove(i);

            assertThat(first(log, end(log()))).isEqualTo(gap(i + 1, i + 2));
        }
    }

    private static Audit.Fault gap(long expected, long found) {
        return new Audit.Fault(
                expected, "Here stands event " + found + ": events were taken out, put in, or put into another order.");
    }

    @Test
    void events_in_another_order_are_found_where_they_stand() {
        for (int i = 0; i < log().size() - 1; i++) {
            List<Logged> log = new ArrayList<>(log());
            log.add(i, log.remove(i + 1));

            assertThat(first(log, end(log()))).isEqualTo(gap(i + 1, i + 2));
        }
    }

    @Test
    void event_that_is_doubled_is_found_at_the_second() {
        for (int i = 0; i < log().size(); i++) {
            List<Logged> log = new ArrayList<>(log());
            log.add(i, log.get(i));

            assertThat(first(log, end(log()))).isEqualTo(gap(i + 2, i + 1));
        }
    }

    @Test
    void event_that_is_appended_is_beyond_the_end_that_the_run_has() {
        List<Logged> log = new ArrayList<>(log());
        Chain end = end(log);
        log.add(end.next(log.getLast().at(), new RunEvent.CancelRequested("eve", "no")));

        assertThat(first(log, end))
                .isEqualTo(new Audit.Fault(
                        end.seq() + 2,
                        "The log ends with event " + (end.seq() + 1) + ", and the run has " + end.seq() + " events."));
    }

    @Test
    void log_that_is_cut_short_ends_too_early() {
        List<Logged> log = log().subList(0, 5);

        assertThat(first(log, end(log())).seq()).isEqualTo(6);
        assertThat(first(List.of(), end(log())).seq()).isEqualTo(1);
    }

    @Test
    void end_that_is_changed_is_not_that_of_the_log() {
        assertThat(first(log(), new Chain(end(log()).seq(), Sha256.of("other"))))
                .isEqualTo(new Audit.Fault(
                        end(log()).seq(), "The last hash is not the one that the run has: the log was rewritten."));
    }

    @Test
    void log_of_another_run_does_not_continue_this_ones_beginning() {
        assertThat(Audit.verify("r2", log(), end(log())))
                .first()
                .extracting(Audit.Fault::seq)
                .isEqualTo(1L);
    }

    private static List<Logged> rewritten(int from) {
        List<Logged> log = new ArrayList<>(log().subList(0, from));
        Chain chain = from == 0 ? Chain.of(RUN) : Chain.of(RUN).with(log.getLast());
        for (Logged event : log().subList(from, log().size())) {
            RunEvent changed = event.event() instanceof RunEvent.PersonAnswered e
                    ? new RunEvent.PersonAnswered(e.askId(), e.answer(), "eve", e.why(), e.proof())
                    : event.event();
            log.add(chain.next(event.at(), changed));
            chain = chain.with(log.getLast());
        }
        return log;
    }

    @Test
    void tail_that_is_written_anew_does_not_end_as_the_run_does() {
        assertThat(first(rewritten(3), end(log())).text()).contains("the log was rewritten");
    }

    @Test
    void tail_that_is_written_anew_with_its_end_is_found_by_a_hash_that_was_kept_elsewhere_and_by_nothing_else() {
        List<Logged> log = rewritten(3);
        String kept = log().getLast().hash();

        assertThat(Audit.verify(RUN, log, end(log))).isEmpty();
        assertThat(Audit.verifyKept(log, kept))
                .containsExactly(new Audit.Fault(
                        1, "No event has the hash " + kept + ": the log was rewritten, or it is of another run."));
        assertThat(Audit.verifyKept(log(), kept)).isEmpty();
        assertThat(Audit.verifyKept(log(), log().get(4).hash()))
                .as("it has grown since")
                .isEmpty();
    }

    @Test
    void what_is_kept_beside_the_events_is_held_against_the_first() {
        Bench run = Reports.complete();
        RunBrief brief = run.brief();
        RunBrief other = new RunBrief(
                brief.runId(),
                brief.plan(),
                "0".repeat(64),
                RunMode.REHEARSAL,
                "eve",
                brief.executors(),
                43,
                brief.workspace());

        assertThat(Audit.verifyStart(brief, run.log().getFirst())).isEmpty();
        assertThat(Audit.verifyStart(other, run.log().getFirst()))
                .containsExactly(new Audit.Fault(
                        1,
                        "What is kept of the run beside its events is not what it was started with: mode, planHash, seed,"
                                + " startedBy."));
    }
}

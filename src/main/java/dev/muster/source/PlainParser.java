package dev.muster.source;

import dev.muster.limit.Allowance;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;

/** Lets one document of maps, lists and scalars pass, and stops at anything else before a node is made of it. */
final class PlainParser implements Parser {
    /** What becomes of one: a node with two marks. */
    private static final int BYTES_OF_AN_EVENT = 200;

    private final Allowance allowance = Allowance.current();
    private final Parser events;
    private final int deepest;
    private int depth;
    private int documents;
    private @Nullable Mark last;

    /** What stands there instead. */
    static final class NotPlain extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Mark mark;

        NotPlain(Mark mark, String message) {
            super(message, null, false, false);
            this.mark = mark;
        }

        Mark mark() {
            return mark;
        }
    }

    PlainParser(Parser events, int deepest) {
        this.events = events;
        this.deepest = deepest;
    }

    /** Where the last thing stands that passed. */
    @Nullable
    Mark last() {
        return last;
    }

    @Override
    public boolean checkEvent(Event.ID kind) {
        return events.checkEvent(kind);
    }

    @Override
    public Event peekEvent() {
        return events.peekEvent();
    }

    @Override
    public Event getEvent() {
        allowance.tick();
        allowance.holds(BYTES_OF_AN_EVENT);
        Event event = events.getEvent();
        last = event.getStartMark();
        depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
        documents += event instanceof DocumentStartEvent ? 1 : 0;
        String refused = refusal(event);
        if (refused != null) {
            throw new NotPlain(event.getStartMark(), refused);
        }
        return event;
    }

    private @Nullable String refusal(Event event) {
        if (depth > deepest) {
            return "This is nested more than " + deepest + " deep.";
        }
        if (documents > 1) {
            return "A second document starts here; one file holds one document.";
        }
        return switch (event) {
            case AliasEvent alias -> "The alias *" + alias.getAnchor() + " is not supported here; write the value out.";
            case ScalarEvent scalar when scalar.getTag() != null -> tag(scalar.getTag());
            case CollectionStartEvent start when start.getTag() != null -> tag(start.getTag());
            default -> null;
        };
    }

    private static String tag(String tag) {
        return "The tag " + tag + " is not supported here; quote the value or leave the tag out.";
    }
}

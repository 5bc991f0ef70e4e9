package dev.muster.agent.executor.program.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.agent.executor.Excerpt;
import dev.muster.agent.executor.result.JsonIn;
import dev.muster.agent.executor.result.WrongField;
import java.util.ArrayList;
import java.util.List;

/** What a program prints as one JSON object a line. */
final class Events {
    private static final int SHOWN = 100;

    private Events() {}

    /**
     * All of them; other lines are words to people.
     *
     * @throws WrongField where one cannot be read: it may be the very one that says how it went
     */
    static List<JsonNode> of(Printed out) {
        List<JsonNode> events = new ArrayList<>();
        for (String line : out.text().lines().toList()) {
            JsonNode event = JsonIn.whole(line);
            if (event != null && event.isObject()) {
                events.add(event);
            } else if (event == null && out.whole() && line.startsWith("{")) {
                throw new WrongField("This event is no JSON: " + Excerpt.beginning(line, SHOWN));
            }
        }
        return events;
    }
}

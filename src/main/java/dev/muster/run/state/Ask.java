package dev.muster.run.state;

import dev.muster.run.event.RunEvent;
import java.time.Instant;

/** An open question to a person, and since when it is open. */
public record Ask(RunEvent.PersonAsked asked, Instant since) {
    public String id() {
        return asked.askId();
    }
}

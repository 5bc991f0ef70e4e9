package dev.muster.api.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SharesTest {
    private final Shares shares = new Shares(4, 2);

    private List<Shares.Answer> take(String... callers) {
        return Stream.of(callers).map(shares::take).toList();
    }

    @Test
    void caller_has_a_share_and_no_more_and_the_others_have_theirs() {
        List<Shares.Answer> taken = take("ann", "ann", "ann", "bob", "bob", "cid");

        assertThat(taken.get(2)).isInstanceOf(Shares.ShareUsed.class);
        assertThat(taken.get(4)).isInstanceOf(Shares.Place.class);
        assertThat(taken.get(5)).isInstanceOf(Shares.Full.class);
    }

    @Test
    void place_that_was_left_is_another_ones_and_leaving_it_again_frees_nothing() {
        Shares.Place first = (Shares.Place) shares.take("ann");
        take("ann", "bob", "bob");
        first.leave();
        first.leave();

        assertThat(take("ann", "cid").getFirst()).isInstanceOf(Shares.Place.class);
        assertThat(shares.take("cid")).isInstanceOf(Shares.Full.class);
    }
}

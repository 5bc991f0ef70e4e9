package dev.muster.policy.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.policy.Pack;
import dev.muster.policy.SmallPack;
import org.junit.jupiter.api.Test;

class CaseFilterTest {
    private static final Pack PACK =
            new SmallPack().append("more.cases.yaml", """
                    - name: an Endpoint is no upload
                      task: Add an endpoint
                      not: {reviews: [security]}
                    """).pack();

    @Test
    void file_takes_its_cases_only() {
        assertThat(CaseRunner.run(PACK, new CaseFilter("more", null)))
                .extracting(CaseResult::name)
                .containsExactly("an Endpoint is no upload");
    }

    @Test
    void name_is_found_in_small_and_capital_letters() {
        assertThat(CaseRunner.run(PACK, new CaseFilter(null, "endpoint")))
                .extracting(CaseResult::name)
                .containsExactly("an Endpoint is no upload", "an endpoint is built by the builder");
    }

    @Test
    void file_and_name_have_to_fit_both() {
        assertThat(CaseRunner.run(PACK, new CaseFilter("small.cases", "no upload")))
                .isEmpty();
    }
}

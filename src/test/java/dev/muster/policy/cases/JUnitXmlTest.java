package dev.muster.policy.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.policy.cases.CaseResult.Mismatch;
import dev.muster.source.Place;
import java.util.List;
import org.junit.jupiter.api.Test;

class JUnitXmlTest {
    private static final Place PLACE = new Place("small/a.cases.yaml", 3, 1);

    @Test
    void results_are_suites_by_file() {
        CaseResult green = new CaseResult("small", "fine", PLACE, List.of(), List.of("a rule"), List.of());
        CaseResult red = new CaseResult(
                "small",
                "a < b & \"c\"\u0007",
                new Place("small/b.cases.yaml", 1, 1),
                List.of(new Mismatch(PLACE, "agents: x", "nothing")),
                List.of("one", "two"),
                List.of());

        assertThat(JUnitXml.of(List.of(green, red))).isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites tests="2" failures="1">
                  <testsuite tests="1" failures="0" name="small/a.cases.yaml">
                    <testcase classname="small.a" name="fine" file="small/a.cases.yaml" line="3"></testcase>
                  </testsuite>
                  <testsuite tests="1" failures="1" name="small/b.cases.yaml">
                    <testcase classname="small.b" name="a &lt; b &amp; &quot;c&quot;" file="small/b.cases.yaml" line="1">
                      <failure message="expected agents: x">at small/a.cases.yaml:3:1
                expected agents: x
                found nothing
                fired one, two</failure>
                    </testcase>
                  </testsuite>
                </testsuites>
                """);
    }
}

package dev.muster.policy.doc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.policy.Pack;
import dev.muster.policy.Shipped;
import dev.muster.policy.SmallPack;
import org.junit.jupiter.api.Test;

class PackDocumentTest {
    @Test
    void head_says_what_the_pack_is_and_how_reviews_are_held() {
        Pack pack = new SmallPack().pack();

        assertThat(PackDocument.markdown(pack)).startsWith("""
                # A small pack

                Policy pack `small`, version `%s`: 5 rules, 2 rows in its tables, 3 signals, 3 agents.

                ## Phases, reviews, limits

                | Phase | Steps | Left out |
                | --- | --- | --- |
                | Work | sequential | never |
                | Review | sequential | never |

                | Review | Held | Rounds at most |
                | --- | --- | --- |
                | security | hard | 3 |

                A plan has at most\s""".formatted(pack.version()));
    }

    @Test
    void rule_shows_its_conditions_and_its_reason() {
        assertThat(PackDocument.markdown(new SmallPack().pack())).contains("""
                ### The table says who works

                When:

                - `TaskType( $type : name )`
                - `$row : Row( table == "who", cell("task_type") == $type )`

                Then `UseAgent( …, primary )`, because the table has this task type.
                """);
    }

    @Test
    void tables_and_signals_are_tables() {
        assertThat(PackDocument.markdown(new SmallPack().pack()))
                .contains("| task_type | agent |\n| --- | --- |\n| api | builder |\n")
                .contains("| `upload` | concern | upload…, send files |  |\n");
    }

    @Test
    void shipped_pack_has_every_rule_table_and_agent() {
        Pack pack = Shipped.backend();
        String document = PackDocument.markdown(pack);

        assertThat(pack.rules().rules()).allSatisfy(rule -> assertThat(document).contains("### " + rule.name() + "\n"));
        assertThat(pack.tables()).allSatisfy(table -> assertThat(document).contains("## Table `" + table.name() + "`"));
        assertThat(pack.agents().facts())
                .allSatisfy(agent -> assertThat(document).contains("`" + agent.name() + "`"));
    }
}

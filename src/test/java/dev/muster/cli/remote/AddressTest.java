package dev.muster.cli.remote;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            p1         | /api/plans/p1/why
            a b        | /api/plans/a%20b/why
            a+b        | /api/plans/a%2Bb/why
            ../runs    | /api/plans/..%2Fruns/why
            x?y=1&z#q  | /api/plans/x%3Fy%3D1%26z%23q/why
            größe      | /api/plans/gr%C3%B6%C3%9Fe/why
            """)
    void part_of_a_path_stays_one_part_whatever_stands_in_it(String id, String path) {
        assertThat(Address.of("plans", id, "why").toString()).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -          | /api/runs?limit=20
            a b&limit=1 | /api/runs?limit=20&before=a%20b%26limit%3D1
            """)
    void parameter_stays_one_parameter_and_none_where_there_is_no_value(String before, String address) {
        assertThat(Address.of("runs").with("limit", 20).with("before", before).toString())
                .isEqualTo(address);
    }
}

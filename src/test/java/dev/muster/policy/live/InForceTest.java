package dev.muster.policy.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.policy.PackFiles;
import dev.muster.policy.PackState;
import dev.muster.policy.files.FileTree;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class InForceTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final FileTree RULES = FileTree.ofFolder(Path.of("rules"));
    private static final FileTree AGENTS = FileTree.ofFolder(Path.of("agents"));
    private static final SortedMap<String, PackFiles> FILES = PackFiles.all(RULES, AGENTS);
    private static final Succession SUCCESSION = new Succession(pack -> new CaseVerdict(0, List.of()));

    private final List<String> changed = new ArrayList<>();

    private PackStatus noted(PackStatus standing) {
        changed.add(standing.name());
        return standing;
    }

    @Test
    void pack_is_read_and_changed_when_somebody_asks_for_it_and_no_other_with_it() {
        InForce inForce = InForce.whenAsked(RULES, AGENTS, SUCCESSION, NOW).changed(this::noted);
        assertThat(inForce.policies().names()).containsExactlyElementsOf(FILES.keySet());
        assertThat(changed).isEmpty();

        assertThat(inForce.policies().pack("backend")).isInstanceOf(PackState.Loaded.class);
        assertThat(inForce.find("backend")).isSameAs(inForce.find("backend"));
        assertThat(inForce.filesOf("backend").version())
                .isEqualTo(PackFiles.of("backend", RULES, AGENTS).version());
        assertThat(changed).containsExactly("backend");

        assertThat(inForce.all()).hasSameSizeAs(FILES.keySet());
        assertThat(changed).containsExactlyInAnyOrderElementsOf(FILES.keySet());
    }

    @Test
    void pack_that_nobody_knows_is_null() {
        InForce inForce = InForce.whenAsked(RULES, AGENTS, SUCCESSION, NOW);

        assertThat(inForce.find("nowhere")).isNull();
        assertThat(inForce.policies().pack("nowhere")).isNull();
    }
}

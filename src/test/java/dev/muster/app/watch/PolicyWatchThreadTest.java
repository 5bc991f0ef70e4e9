package dev.muster.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.SmallPack;
import dev.muster.app.policies.LiveRig;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The watch as it runs in a server: woken up by the system, on a thread of its own. */
class PolicyWatchThreadTest {
    @TempDir
    Path folder;

    @Test
    void saved_file_is_served_without_anybody_asking() throws InterruptedException {
        SmallPack pack = SmallPack.in(folder);
        LiveRig rig = new LiveRig(pack);
        CountDownLatch live = new CountDownLatch(1);
        rig.store.onKeep(version -> live.countDown());
        PolicyWatch watch = new PolicyWatch(rig.reload, rig.holder, rig.files, Clock.systemUTC());
        watch.start();
        try {
            pack.named("other").edition(1);
            assertThat(live.await(1, TimeUnit.MINUTES)).isTrue();
        } finally {
            watch.stop();
        }
    }
}

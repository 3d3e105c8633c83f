package io.casewright.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class QuotaTests {

    private long now;

    private final Quota quota = new Quota(60, new TimeMeter() {

        @Override
        public long currentTimeNanos() {
            return now;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    });

    @Test
    void grantsSoManyAndTellsHowManyAreLeft() {
        var first = quota.take("portal");
        assertThat(first.granted()).isTrue();
        assertThat(first.limit()).isEqualTo(60);
        assertThat(first.remaining()).isEqualTo(59);
        assertThat(first.secondsToFull()).isEqualTo(1);
    }

    @Test
    void refusesTheNextAndSaysWhenItMayCome() {
        for (int i = 0; i < 60; i++) {
            assertThat(quota.take("portal").granted()).isTrue();
        }
        var refused = quota.take("portal");
        assertThat(refused.granted()).isFalse();
        assertThat(refused.secondsToNext()).isEqualTo(1);
        assertThat(refused.secondsToFull()).isEqualTo(60);

        now += TimeUnit.SECONDS.toNanos(1);
        assertThat(quota.take("portal").granted()).isTrue();
    }

    @Test
    void oneTakesNothingFromAnother() {
        for (int i = 0; i < 61; i++) {
            quota.take("portal");
        }
        assertThat(quota.take("other").granted()).isTrue();
    }

    @Test
    void remembersTheLatestTenThousandOnly() {
        for (int i = 0; i < 60; i++) {
            quota.take("portal");
        }
        for (int i = 0; i < 10_000; i++) {
            quota.take("somebody-" + i);
        }
        assertThat(quota.take("portal").remaining()).isEqualTo(59);
    }
}

package io.casewright.access;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** So many a minute for each who comes, all at once or one after the other. */
final class Quota {

    private final LatestKnown<Bucket> left = new LatestKnown<>();
    private final int perMinute;
    private final TimeMeter time;

    Quota(int perMinute, TimeMeter time) {
        this.perMinute = perMinute;
        this.time = time;
    }

    /**
     * How somebody stands after what he just asked for.
     *
     * @param granted whether he got it
     * @param full when he may ask for as many as ever
     * @param next when he may ask for one again
     */
    record Standing(boolean granted, int limit, long remaining, Duration full, Duration next) {

        long secondsToFull() {
            return roundedUp(full);
        }

        long secondsToNext() {
            return Math.max(1, roundedUp(next));
        }

        private static long roundedUp(Duration time) {
            return time.plusNanos(999_999_999).toSeconds();
        }

        boolean isTighterThan(Standing other) {
            return granted == other.granted ? remaining < other.remaining : !granted;
        }
    }

    Standing take(String who) {
        ConsumptionProbe probe = left.of(who, any -> newBucket()).tryConsumeAndReturnRemaining(1);
        return new Standing(
                probe.isConsumed(),
                perMinute,
                probe.getRemainingTokens(),
                Duration.ofNanos(probe.getNanosToWaitForReset()),
                Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private Bucket newBucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .withCustomTimePrecision(time)
                .build();
    }
}

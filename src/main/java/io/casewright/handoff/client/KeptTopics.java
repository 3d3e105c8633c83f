package io.casewright.handoff.client;

import io.casewright.handoff.application.VendorDesk.Topic;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What tickets of a desk can be about: the same for all customers, and read again only after a while. */
final class KeptTopics {

    private final Duration fresh;
    private final Clock clock;
    private volatile @Nullable Known known;

    KeptTopics(Duration fresh, Clock clock) {
        this.fresh = fresh;
        this.clock = clock;
    }

    private record Known(List<Topic> topics, Instant until) {}

    List<Topic> orRead(Supplier<List<Topic>> reading) {
        var now = known;
        if (now == null || clock.instant().isAfter(now.until())) {
            now = new Known(reading.get(), clock.instant().plus(fresh));
            known = now;
        }
        return now.topics();
    }
}

package io.casewright.access;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What is known about who came, of the latest ten thousand: however many come, the memory for them is bounded. */
final class LatestKnown<T> {

    private static final int MOST = 10_000;

    private final Map<String, T> known = new LinkedHashMap<>(16, 0.75f, true) {

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
            return size() > MOST;
        }
    };

    synchronized T of(String who, Function<String, T> anew) {
        return known.computeIfAbsent(who, anew);
    }

    synchronized @Nullable T of(String who) {
        return known.get(who);
    }

    /** Changes what is known, beginning with this when it is nothing. */
    synchronized void update(String who, T beginning, UnaryOperator<T> change) {
        known.compute(who, (any, before) -> change.apply(before == null ? beginning : before));
    }

    synchronized void forget(String who) {
        known.remove(who);
    }
}

package io.casewright.platform.trace;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Lets a trace go on where no call leads to: through the outbox, in the engine, after a restart. */
@Component
public class Traces {

    /** The variable that takes a trace through a process. */
    public static final String VARIABLE = "trace";

    /** The number of the case in what is logged meanwhile. */
    static final String CASE = "case";

    /** As W3C writes a trace: ids only. */
    private static final String HEADER = "traceparent";

    private final Tracer tracer;
    private final Propagator propagator;

    @Autowired
    Traces(Tracer tracer, ObjectProvider<Propagator> propagators) {
        this(tracer, propagators.getIfAvailable(() -> Propagator.NOOP));
    }

    Traces(Tracer tracer, Propagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    /** Some work. */
    @FunctionalInterface
    public interface Work<E extends Exception> {

        void run() throws E;
    }

    /** The present trace, for whoever goes on with it; empty when there is none. */
    public Optional<String> current() {
        var span = tracer.currentSpan();
        if (span == null) {
            return Optional.empty();
        }
        var carrier = new HashMap<String, String>();
        propagator.inject(
                span.context(),
                carrier,
                (all, key, value) -> Objects.requireNonNull(all).put(key, value));
        return Optional.ofNullable(carrier.get(HEADER));
    }

    /**
     * Does the work as a part of that trace.
     *
     * @param trace as {@link #current()} gave it, else anything; without a usable one it is a trace of its own
     * @param name of the work, the same for all of its kind
     * @param caseNumber for the log
     */
    public <E extends Exception> void goOn(
            @Nullable Object trace, String name, @Nullable Object caseNumber, Work<E> work) throws E {
        var carrier = trace instanceof String text ? Map.of(HEADER, text) : Map.<String, String>of();
        var span = propagator.extract(carrier, Map::get).name(name).start();
        String before = MDC.get(CASE);
        try (var scope = tracer.withSpan(span)) {
            if (caseNumber instanceof String number) {
                MDC.put(CASE, number);
            }
            work.run();
        } catch (Throwable e) {
            // Its message may hold anything.
            span.tag("error", e.getClass().getSimpleName());
            throw e;
        } finally {
            restore(before);
            span.end();
        }
    }

    private static void restore(@Nullable String caseNumber) {
        if (caseNumber == null) {
            MDC.remove(CASE);
        } else {
            MDC.put(CASE, caseNumber);
        }
    }
}

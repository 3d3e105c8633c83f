package io.casewright.microsoft;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How often and when a call is sent. What can be repeated is sent again after pauses that grow and are spread at random. Who
 * is told to wait waits, and so do all other calls for the same tenant. An interface that fails most of the time is left
 * alone for a while. A refusal is an answer like any other and never repeated.
 */
@Component
class Patience {

    private static final double GROWTH = 2;
    private static final double SPREAD = 0.5;
    private static final Duration UNSAID = Duration.ofSeconds(5);

    private final MicrosoftSettings settings;
    private final Clock clock;
    private final CircuitBreakerRegistry circuits;
    private final Retry repeating;
    private final Map<String, Instant> closedUntil = new ConcurrentHashMap<>();

    Patience(MicrosoftSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.circuits = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowSize(20)
                .minimumNumberOfCalls(10)
                .waitDurationInOpenState(settings.circuitOpen())
                .recordException(failure -> failure instanceof MicrosoftUnavailable trouble && !trouble.isThrottling())
                .build());
        var pauses = IntervalFunction.ofExponentialRandomBackoff(
                settings.firstPause(), GROWTH, SPREAD, settings.longestPause());
        this.repeating = Retry.of(
                "microsoft",
                RetryConfig.custom()
                        .maxAttempts(settings.attempts())
                        .retryOnException(this::isWorthRepeating)
                        .intervalBiFunction((attempt, outcome) -> outcome.isLeft()
                                        && outcome.getLeft() instanceof MicrosoftUnavailable trouble
                                        && trouble.retryAfter().isPresent()
                                ? trouble.retryAfter().get().toMillis()
                                : pauses.apply(attempt))
                        .build());
    }

    <T> T with(Call call, Supplier<T> sending) {
        Supplier<T> once = () -> {
            requireOpen(call);
            return sending.get();
        };
        var circuit = circuits.circuitBreaker(call.api().name());
        try {
            return call.repeatable()
                    ? Retry.decorateSupplier(repeating, CircuitBreaker.decorateSupplier(circuit, once))
                            .get()
                    : circuit.executeSupplier(once);
        } catch (CallNotPermittedException e) {
            throw new MicrosoftUnavailable(
                    call, "it failed too often and is left alone for a while.", settings.circuitOpen());
        }
    }

    /** Remembers that nobody may ask for this tenant for so long. */
    MicrosoftUnavailable throttled(Call call, @Nullable Duration retryAfter) {
        Duration pause = retryAfter == null ? UNSAID : retryAfter;
        closedUntil.merge(
                gateOf(call), clock.instant().plus(pause), (known, added) -> known.isAfter(added) ? known : added);
        return MicrosoftUnavailable.throttling(call, pause);
    }

    private void requireOpen(Call call) {
        Instant until = closedUntil.get(gateOf(call));
        if (until != null) {
            Duration left = Duration.between(clock.instant(), until);
            if (left.isPositive()) {
                throw MicrosoftUnavailable.throttling(call, left);
            }
            closedUntil.remove(gateOf(call), until);
        }
    }

    /** Partner Center counts by partner, the others by the tenant that is asked about. */
    private static String gateOf(Call call) {
        return call.api() == Api.PARTNER_CENTER ? call.api().name() : call.api() + " " + call.tenantId();
    }

    private boolean isWorthRepeating(Throwable failure) {
        return failure instanceof MicrosoftUnavailable trouble
                && trouble.retryAfter()
                        .map(pause -> pause.compareTo(settings.longestPause()) <= 0)
                        .orElse(true);
    }
}

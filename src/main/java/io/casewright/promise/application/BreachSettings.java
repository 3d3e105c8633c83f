package io.casewright.promise.application;

import io.casewright.promise.domain.PromiseKind;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** At which thresholds a duty manager looks after a promise, in percent; rows of {@code bpmn/timing.dmn}, and nobody does where one is empty. */
@Validated
@ConfigurationProperties("casewright.promise.person")
record BreachSettings(
        @NotNull List<Integer> firstResponse,
        @NotNull List<Integer> nextUpdate,
        @NotNull List<Integer> resolution) {

    List<Integer> of(PromiseKind kind) {
        return switch (kind) {
            case FIRST_RESPONSE -> firstResponse;
            case NEXT_UPDATE -> nextUpdate;
            case RESOLUTION -> resolution;
        };
    }

    /** A threshold that no promise has would never call anybody. */
    void requireAmong(List<Integer> thresholds) {
        for (var kind : PromiseKind.values()) {
            for (int percent : of(kind)) {
                if (!thresholds.contains(percent)) {
                    throw new IllegalArgumentException(
                            "casewright.promise.person.%s says %d, which is none of casewright.promise.thresholds %s; write one of those"
                                    .formatted(
                                            kind.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                                            percent,
                                            thresholds));
                }
            }
        }
    }
}

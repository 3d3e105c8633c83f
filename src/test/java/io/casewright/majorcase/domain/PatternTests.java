package io.casewright.majorcase.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternTests {

    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "1 2, 0 10, false",
        "1 2 3, 0 10 60, true",
        "1 2 3, 0 10 61, false",
        "1 1 1, 0 10 20, false",
        "1 1 2 2, 0 10 20 30, false",
        "1 2 1 3, 0 10 20 30, true",
        "1 2 3, 0 61 120, false",
        "1 2 3 4, 0 90 100 110, true"
    })
    void isThereWhenEnoughCustomersFollowInTime(String customers, String minutes, boolean expected) {
        assertThat(Pattern.in(signs(customers, minutes), 3, Duration.ofHours(1)))
                .hasSize(expected ? 1 : 0);
    }

    @Test
    void beginsWithTheFirstCaseThatCounts() {
        var found = Pattern.in(signs("1 2 3 4", "0 90 100 110"), 3, Duration.ofHours(1))
                .getFirst();
        assertThat(found.since()).isEqualTo(NINE.plus(Duration.ofMinutes(90)));
        assertThat(found.signs()).extracting(Sign::customerId).containsExactly(2L, 3L, 4L);
    }

    @Test
    void keepsServicesAndRegionsApart() {
        var signs = List.of(
                sign(1, "exchange online", "emea", 0),
                sign(2, "exchange online", "emea", 1),
                sign(3, "exchange online", "apac", 2),
                sign(4, "exchange online", "", 3),
                sign(5, "teams", "emea", 4));
        assertThat(Pattern.in(signs, 3, Duration.ofHours(1))).isEmpty();
        assertThat(Pattern.in(signs, 2, Duration.ofHours(1))).singleElement().satisfies(found -> {
            assertThat(found.service()).isEqualTo("exchange online");
            assertThat(found.region()).isEqualTo("emea");
        });
    }

    @Test
    void threeDifferentSymptomsAreNoPattern() {
        assertThat(Pattern.in(
                        List.of(
                                sign(1, Set.of("bounce"), 0),
                                sign(2, Set.of("slow"), 1),
                                sign(3, Set.of("spam", "login"), 2),
                                sign(4, Set.of(), 3)),
                        2,
                        Duration.ofHours(1)))
                .isEmpty();
    }

    @Test
    void twoSymptomsAtOnePlaceAreTwoPatternsAndNoCaseIsInBoth() {
        var found = Pattern.in(
                List.of(
                        sign(1, Set.of("bounce"), 0),
                        sign(2, Set.of("slow"), 1),
                        sign(3, Set.of("bounce", "slow"), 2),
                        sign(4, Set.of("bounce"), 3),
                        sign(5, Set.of("slow"), 4)),
                2,
                Duration.ofHours(1));
        assertThat(found).extracting(Pattern::symptom).containsExactly("bounce", "slow");
        assertThat(found.getFirst().signs()).extracting(Sign::customerId).containsExactly(1L, 3L, 4L);
        assertThat(found.getLast().signs()).extracting(Sign::customerId).containsExactly(2L, 5L);
    }

    private static Sign sign(long customer, Set<String> symptoms, int minutes) {
        return new Sign(
                "CW-2026-00000" + customer,
                customer,
                "exchange online",
                "",
                symptoms,
                NINE.plus(Duration.ofMinutes(minutes)));
    }

    private static List<Sign> signs(String customers, String minutes) {
        var who = customers.split(" ");
        var when = minutes.split(" ");
        return IntStream.range(0, who.length)
                .mapToObj(i -> sign(Long.parseLong(who[i]), "exchange online", "", Integer.parseInt(when[i])))
                .toList();
    }

    private static Sign sign(long customer, String service, String region, int minutes) {
        return new Sign(
                "CW-2026-00000" + customer,
                customer,
                service,
                region,
                Set.of("bounce"),
                NINE.plus(Duration.ofMinutes(minutes)));
    }
}

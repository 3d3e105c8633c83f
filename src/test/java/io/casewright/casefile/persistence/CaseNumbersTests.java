package io.casewright.casefile.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.casefile.domain.CaseNumber;
import io.casewright.testkit.CasewrightTest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CasewrightTest
class CaseNumbersTests {

    @Autowired
    JdbcClient database;

    @Test
    void countAnewEachYear() {
        assertThat(numbersAt("2031-12-31T23:59:59Z").next()).hasToString("CW-2031-000001");
        assertThat(numbersAt("2031-12-31T23:59:59Z").next()).hasToString("CW-2031-000002");
        assertThat(numbersAt("2032-01-01T00:00:00Z").next()).hasToString("CW-2032-000001");
    }

    @Test
    void areNeverGivenTwice() throws Exception {
        var numbers = numbersAt("2033-06-01T00:00:00Z");
        Callable<CaseNumber> next = numbers::next;
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var given = new HashSet<CaseNumber>();
            for (var each : executor.invokeAll(
                    IntStream.range(0, 50).mapToObj(i -> next).toList())) {
                given.add(each.get());
            }
            assertThat(given).hasSize(50);
        }
    }

    private CaseNumbers numbersAt(String instant) {
        return new CaseNumbers(database, Clock.fixed(Instant.parse(instant), ZoneOffset.UTC));
    }
}

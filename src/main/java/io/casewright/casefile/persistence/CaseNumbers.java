package io.casewright.casefile.persistence;

import io.casewright.casefile.domain.CaseNumber;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** Hands out case numbers, counted anew each year (UTC). */
@Component
public class CaseNumbers {

    private final JdbcClient database;
    private final Clock clock;

    CaseNumbers(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The next number. It is taken at once and for good: a request that fails after it leaves a gap. */
    public CaseNumber next() {
        int year = clock.instant().atZone(ZoneOffset.UTC).getYear();
        var taken = new GeneratedKeyHolder();
        database.sql("""
                        INSERT INTO case_number_sequence (year, last_number) VALUES (?, LAST_INSERT_ID(1))
                        ON DUPLICATE KEY UPDATE last_number = LAST_INSERT_ID(last_number + 1)""").param(year).update(taken, "last_number");
        // MySQL reports the value given to LAST_INSERT_ID as the generated key of the statement.
        return CaseNumber.of(
                year,
                taken.getKeyList().getFirst().values().stream()
                        .map(Number.class::cast)
                        .findFirst()
                        .orElseThrow()
                        .intValue());
    }
}

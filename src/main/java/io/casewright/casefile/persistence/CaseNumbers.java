package io.casewright.casefile.persistence;

import io.casewright.casefile.domain.CaseNumber;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Hands out case numbers, counted anew each year (UTC). */
@Component
public class CaseNumbers {

    private final JdbcClient database;
    private final Clock clock;

    CaseNumbers(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The next number; part of the current transaction, so a case that is not stored uses none up. */
    @Transactional(propagation = Propagation.MANDATORY)
    public CaseNumber next() {
        int year = clock.instant().atZone(ZoneOffset.UTC).getYear();
        database.sql("""
                        INSERT INTO case_number_sequence (year, last_number) VALUES (?, LAST_INSERT_ID(1))
                        ON DUPLICATE KEY UPDATE last_number = LAST_INSERT_ID(last_number + 1)""").param(year).update();
        return CaseNumber.of(
                year,
                database.sql("SELECT LAST_INSERT_ID()").query(Integer.class).single());
    }
}

package io.casewright.testkit;

import io.casewright.calendar.domain.CalendarText;
import io.casewright.openinghours.domain.HoursVersion;
import io.casewright.openinghours.domain.Whose;
import io.casewright.openinghours.persistence.HoursStore;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Opening hours as they were kept before a test. They hold for everybody, so a test takes them away at its end. */
@TestComponent
public class HoursDesk {

    private final HoursStore store;
    private final JdbcClient database;
    private final TransactionOperations transactions;

    HoursDesk(HoursStore store, JdbcClient database, TransactionOperations transactions) {
        this.store = store;
        this.database = database;
        this.transactions = transactions;
    }

    /** Hours in UTC from an instant on; null for none. */
    public void kept(Whose whose, Instant since, @Nullable String hours) {
        int before = store.newestOf(whose).map(HoursVersion::number).orElse(0);
        var text = hours == null ? null : new CalendarText("UTC", List.of(hours), null, null, List.of(), List.of());
        transactions.executeWithoutResult(
                status -> store.add(whose, before + 1, since.truncatedTo(ChronoUnit.MICROS), text, "owner"));
    }

    /** As if none had ever been kept. */
    public void forget() {
        database.sql("DELETE FROM opening_hours").update();
    }
}

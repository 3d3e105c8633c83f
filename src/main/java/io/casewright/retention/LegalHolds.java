package io.casewright.retention;

import io.casewright.casefile.application.CasesOfContacts;
import io.casewright.customer.Editor;
import io.casewright.customer.KnownPersons;
import io.casewright.platform.text.InputText;
import io.casewright.platform.time.PartnerDays;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what the law, or a dispute, forbids to erase. */
@Service
public class LegalHolds {

    private static final int LONGEST_REASON = 500;

    private final JdbcClient database;
    private final KnownPersons persons;
    private final CasesOfContacts cases;
    private final PartnerDays days;
    private final Clock clock;

    LegalHolds(JdbcClient database, KnownPersons persons, CasesOfContacts cases, PartnerDays days, Clock clock) {
        this.database = database;
        this.persons = persons;
        this.cases = cases;
        this.days = days;
        this.clock = clock;
    }

    /** A hold as somebody fills it in; the message of the refusal says what is wrong with it. */
    public record Wanted(
            @Nullable String reason,
            @Nullable String caseNumber,
            @Nullable String untilDay) {}

    /** @throws ErasureRefused when it cannot be held so */
    @Transactional
    public void place(long customerId, long contactId, Wanted wanted, Editor editor) {
        var person = persons.hold(customerId, contactId).orElseThrow(NoSuchElementException::new);
        if (person.isErased()) {
            throw new ErasureRefused("The contact was erased already; there is nothing left to hold.");
        }
        String number = blankToNull(wanted.caseNumber);
        if (number != null
                && !cases.contactOf(number)
                        .filter(contact -> contact == contactId)
                        .isPresent()) {
            throw new ErasureRefused("Case: " + number + " is no case of this contact. Leave it empty to hold all.");
        }
        database.sql("INSERT INTO legal_hold (contact_id, case_number, reason, until_day, placed_at, placed_by)"
                        + " VALUES (?, ?, ?, ?, ?, ?)")
                .params(contactId, number, reason(wanted.reason), day(wanted.untilDay), now(), editor.name())
                .update();
    }

    /** From now on it holds nothing; it stays as a record. */
    @Transactional
    public void lift(long contactId, long holdId, Editor editor) {
        database.sql("UPDATE legal_hold SET lifted_at = ?, lifted_by = ? WHERE id = ? AND contact_id = ?"
                        + " AND lifted_at IS NULL")
                .params(now(), editor.name(), holdId, contactId)
                .update();
    }

    /** Those that hold now, the first first. */
    public List<LegalHold> of(long contactId) {
        return database.sql("SELECT * FROM legal_hold WHERE contact_id = ? AND lifted_at IS NULL"
                        + " AND (until_day IS NULL OR until_day >= ?) ORDER BY id")
                .params(contactId, days.today())
                .query((row, index) -> new LegalHold(
                        row.getLong("id"),
                        row.getString("case_number"),
                        row.getString("reason"),
                        row.getObject("until_day", LocalDate.class),
                        row.getObject("placed_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        row.getString("placed_by")))
                .list();
    }

    private static String reason(@Nullable String text) {
        String reason = text == null ? "" : text.strip();
        if (!InputText.isVisible(reason)) {
            throw new ErasureRefused("Reason: is needed, so that others know why.");
        }
        if (reason.length() > LONGEST_REASON) {
            throw new ErasureRefused("Reason: must have at most " + LONGEST_REASON + " characters.");
        }
        InputText.problemWith(reason).ifPresent(problem -> {
            throw new ErasureRefused("Reason: " + problem + ".");
        });
        return reason;
    }

    private @Nullable LocalDate day(@Nullable String text) {
        String day = blankToNull(text);
        if (day == null) {
            return null;
        }
        try {
            var until = LocalDate.parse(day);
            if (until.isBefore(days.today()) || until.getYear() > 9999) {
                throw new ErasureRefused("Until: must be today or later.");
            }
            return until;
        } catch (DateTimeParseException e) {
            throw new ErasureRefused("Until: must be a day such as 2027-12-31.");
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}

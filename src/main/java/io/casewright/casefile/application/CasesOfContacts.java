package io.casewright.casefile.application;

import io.casewright.casefile.domain.CaseStatus;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose cases there are, of those that have not been erased. */
@Component
public class CasesOfContacts {

    private final JdbcClient database;

    CasesOfContacts(JdbcClient database) {
        this.database = database;
    }

    /**
     * A case of a contact.
     *
     * @param isBusy whether it is open, or a process of it that knows who asked has not come to its end
     */
    public record OwnCase(long id, String number, String subject, String description, boolean isBusy) {}

    /** A case, by both of its names. */
    public record AnyCase(long id, String number) {}

    /** All of the contact, the first first. */
    public List<OwnCase> of(long contactId) {
        return database.sql("""
                        SELECT c.id, c.number, c.subject, c.description, c.status, EXISTS (SELECT 1 FROM process_place p
                          WHERE p.case_number = c.number AND p.process_id <> 'end-access'
                          AND p.generation = (SELECT MAX(g.id) FROM engine_generation g)) AS has_process
                        FROM support_case c WHERE c.contact_id = ? AND c.erased_at IS NULL ORDER BY c.id""")
                .param(contactId)
                .query((row, index) -> new OwnCase(
                        row.getLong("id"),
                        row.getString("number"),
                        row.getString("subject"),
                        row.getString("description"),
                        !CaseStatus.valueOf(row.getString("status")).isEnded() || row.getBoolean("has_process")))
                .list();
    }

    /** As {@link #of}, as they stay until the transaction ends. */
    public List<OwnCase> hold(long contactId) {
        database.sql("SELECT id FROM support_case WHERE contact_id = ? AND erased_at IS NULL ORDER BY id FOR UPDATE")
                .param(contactId)
                .query(Long.class)
                .list();
        return of(contactId);
    }

    /** Id and number of the other contacts' cases of the customer. */
    public List<AnyCase> ofOthers(long customerId, long contactId) {
        return database.sql("SELECT id, number FROM support_case WHERE customer_id = ? AND contact_id <> ?"
                        + " AND erased_at IS NULL ORDER BY id")
                .params(customerId, contactId)
                .query((row, index) -> new AnyCase(row.getLong("id"), row.getString("number")))
                .list();
    }

    /** The contact of the case. */
    public Optional<Long> contactOf(String number) {
        return database.sql("SELECT contact_id FROM support_case WHERE number = ?")
                .param(number)
                .query(Long.class)
                .optional();
    }
}

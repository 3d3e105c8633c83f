package io.casewright.desk.persistence;

import io.casewright.desk.domain.DeskTicket;
import io.casewright.desk.domain.OpenCase;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What stands around a case: other cases of its customer, and its tickets. */
@Component
public class DeskReads {

    private final JdbcClient database;

    DeskReads(JdbcClient database) {
        this.database = database;
    }

    /** Open cases of the customer, the newest first. */
    public List<OpenCase> openOf(long customerId, String exceptNumber, int atMost) {
        return database.sql("""
                        SELECT number, subject, status, severity FROM desk_case
                        WHERE customer_id = ? AND number <> ?
                          AND status IN ('RECEIVED', 'DIAGNOSING', 'WAITING_FOR_CUSTOMER', 'WAITING_FOR_SERVICE_INCIDENT',
                                         'RESOLVING', 'HANDED_OFF', 'RESOLVED')
                        ORDER BY case_id DESC LIMIT ?""")
                .params(customerId, exceptNumber, atMost)
                .query((row, i) -> new OpenCase(
                        row.getString("number"),
                        row.getString("subject"),
                        row.getString("status"),
                        row.getString("severity")))
                .list();
    }

    /** Tickets of the case, the oldest first. */
    public List<DeskTicket> ticketsOf(String caseNumber) {
        return database.sql("""
                        SELECT h.reference, t.vendor_number, t.target, t.state, h.title, t.opened_at,
                               (SELECT n.text FROM vendor_ticket_note n WHERE n.ticket_id = t.id
                                ORDER BY n.id DESC LIMIT 1) AS last_note
                        FROM hand_off h JOIN vendor_ticket t ON t.hand_off_id = h.id
                        WHERE h.case_number = ? ORDER BY h.id""")
                .param(caseNumber)
                .query((row, i) -> new DeskTicket(
                        row.getString("reference"),
                        row.getString("vendor_number"),
                        row.getString("target"),
                        row.getString("state"),
                        row.getString("title"),
                        Columns.instant(row, "opened_at"),
                        row.getString("last_note")))
                .list();
    }
}

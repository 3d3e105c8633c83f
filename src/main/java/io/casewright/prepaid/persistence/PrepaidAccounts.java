package io.casewright.prepaid.persistence;

import io.casewright.prepaid.domain.Balance;
import io.casewright.prepaid.domain.CaseHours;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The accounts. Who changes one holds it until the transaction ends; so what was read is what is changed, whatever the transaction has read
 * before.
 */
@Component
public class PrepaidAccounts {

    private static final String OF_CASE = """
            SELECT a.*, p.case_number, p.reserved_minutes AS of_case, p.used_minutes, p.asked_minutes, p.is_worked, p.moves
            FROM prepaid_case p JOIN prepaid_account a ON a.customer_id = p.customer_id
            WHERE p.case_number = ?""";

    private final JdbcClient database;

    PrepaidAccounts(JdbcClient database) {
        this.database = database;
    }

    /** An account that is held by the running transaction. */
    public record Account(long customer, Balance balance, boolean isLow) {}

    /**
     * A case with the account of its customer, both held.
     *
     * @param isWorked whether work is booked on it
     * @param moves how many entries are about it
     */
    public record CaseAccount(Account account, String caseNumber, CaseHours hours, boolean isWorked, int moves) {}

    /** How many accounts have little free, and how many nothing. */
    public record Counted(long low, long empty) {}

    /** Holds the account of a customer, which is opened with nothing in it when there is none. */
    public Account hold(long customer) {
        // One that is there is held at once: not shared first, which two could do that then wait for each other.
        database.sql("""
                        INSERT INTO prepaid_account (customer_id, held_minutes, reserved_minutes, is_low) VALUES (?, 0, 0, FALSE)
                        ON DUPLICATE KEY UPDATE customer_id = customer_id""").param(customer).update();
        return database.sql("SELECT * FROM prepaid_account WHERE customer_id = ? FOR UPDATE")
                .param(customer)
                .query((row, i) -> account(row))
                .single();
    }

    /** Holds a case and its account, which comes first so that nobody waits in a circle; empty when it was added to none. */
    public Optional<CaseAccount> hold(String caseNumber) {
        boolean isHeld = database.sql(OF_CASE + " FOR UPDATE OF a")
                .param(caseNumber)
                .query((row, i) -> true)
                .optional()
                .isPresent();
        return isHeld
                ? database.sql(OF_CASE + " FOR UPDATE")
                        .param(caseNumber)
                        .query((row, i) -> caseAccount(row))
                        .optional()
                : Optional.empty();
    }

    /** Whether the customer of a case has an account. */
    public boolean isOpenFor(String caseNumber) {
        return database.sql("""
                        SELECT COUNT(*) FROM support_case c JOIN prepaid_account a ON a.customer_id = c.customer_id
                        WHERE c.number = ?""").param(caseNumber).query(Integer.class).single() > 0;
    }

    public long customerOf(String caseNumber) {
        return database.sql("SELECT customer_id FROM support_case WHERE number = ?")
                .param(caseNumber)
                .query(Long.class)
                .single();
    }

    /** Whether the case was added to an account; it stays so. */
    public boolean isKnown(String caseNumber) {
        return database.sql("SELECT COUNT(*) FROM prepaid_case WHERE case_number = ?")
                        .param(caseNumber)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Adds a case to an account that is held; false when that was done before. */
    public boolean add(String caseNumber, Account account) {
        try {
            database.sql("""
                            INSERT INTO prepaid_case (case_number, customer_id, reserved_minutes, used_minutes, is_worked, moves)
                            VALUES (?, ?, 0, 0, FALSE, 0)""").params(caseNumber, account.customer()).update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    public void keep(Account account) {
        database.sql("""
                        UPDATE prepaid_account SET held_minutes = ?, reserved_minutes = ?, is_low = ?
                        WHERE customer_id = ?""")
                .params(account.balance().held(), account.balance().reserved(), account.isLow(), account.customer())
                .update();
    }

    public void keepWorked(String caseNumber, boolean isWorked) {
        database.sql("UPDATE prepaid_case SET is_worked = ? WHERE case_number = ?")
                .params(isWorked, caseNumber)
                .update();
    }

    /** The hours of case and account in one. */
    public void keep(CaseAccount kept) {
        database.sql("""
                        UPDATE prepaid_case p JOIN prepaid_account a ON a.customer_id = p.customer_id
                        SET a.held_minutes = ?, a.reserved_minutes = ?, a.is_low = ?,
                            p.reserved_minutes = ?, p.used_minutes = ?, p.asked_minutes = ?, p.moves = ?
                        WHERE p.case_number = ?""")
                .param(kept.account().balance().held())
                .param(kept.account().balance().reserved())
                .param(kept.account().isLow())
                .param(kept.hours().reserved())
                .param(kept.hours().used())
                .param(kept.hours().asked())
                .param(kept.moves())
                .param(kept.caseNumber())
                .update();
    }

    /** The account as it stands, without holding it. */
    public Optional<Account> find(long customer) {
        return database.sql("SELECT * FROM prepaid_account WHERE customer_id = ?")
                .param(customer)
                .query((row, i) -> account(row))
                .optional();
    }

    /** A case with its account as they stand, without holding them. */
    public Optional<CaseAccount> findOfCase(String caseNumber) {
        return database.sql(OF_CASE)
                .param(caseNumber)
                .query((row, i) -> caseAccount(row))
                .optional();
    }

    /** Of customers who are there. */
    public Counted count(int lowBelow) {
        return database.sql("""
                        SELECT COALESCE(SUM(free BETWEEN 1 AND ? - 1), 0) AS low, COALESCE(SUM(free = 0), 0) AS nothing
                        FROM (SELECT a.held_minutes - a.reserved_minutes AS free FROM prepaid_account a
                              JOIN customer u ON u.id = a.customer_id WHERE u.closed_at IS NULL) accounts""")
                .param(lowBelow)
                .query((row, i) -> new Counted(row.getLong("low"), row.getLong("nothing")))
                .single();
    }

    private static CaseAccount caseAccount(ResultSet row) throws SQLException {
        return new CaseAccount(
                account(row),
                row.getString("case_number"),
                new CaseHours(
                        row.getInt("of_case"),
                        row.getInt("used_minutes"),
                        row.getObject("asked_minutes", Integer.class)),
                row.getBoolean("is_worked"),
                row.getInt("moves"));
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getLong("customer_id"),
                new Balance(row.getInt("held_minutes"), row.getInt("reserved_minutes")),
                row.getBoolean("is_low"));
    }
}

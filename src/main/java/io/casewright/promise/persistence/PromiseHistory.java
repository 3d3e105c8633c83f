package io.casewright.promise.persistence;

import io.casewright.casefile.domain.CaseNumber;
import io.casewright.platform.database.UtcTime;
import io.casewright.promise.domain.ClockState;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened to the promises of many cases, read a thousand at a time. */
@Component
public class PromiseHistory {

    private static final int AT_ONCE = 1000;

    private static final String IDS = """
            SELECT p.id, c.customer_id, u.name, t.site_id FROM promise p
            JOIN support_case c ON c.number = p.case_number
            JOIN customer u ON u.id = c.customer_id
            LEFT JOIN case_plan t ON t.case_number = c.number
            WHERE u.support_plan_id = ? AND c.received_at >= ? ORDER BY p.id""";

    private final JdbcClient database;
    private final ReadClocks clocks;

    PromiseHistory(JdbcClient database, ReadClocks clocks) {
        this.database = database;
        this.clocks = clocks;
    }

    /**
     * A promise of a customer's case.
     *
     * @param site where the case came from; null when it came from none
     */
    public record Happened(
            long customer,
            String customerName,
            CaseNumber number,
            @Nullable Long site,
            ClockState state) {}

    private record Owned(
            long promise,
            long customer,
            String customerName,
            @Nullable Long site) {}

    /** Each promise of the cases that customers of a plan sent since an instant. */
    public void ofPlan(long plan, Instant since, Consumer<Happened> heard) {
        var all = database.sql(IDS)
                .params(plan, UtcTime.kept(since))
                .query((row, i) -> new Owned(
                        row.getLong("id"),
                        row.getLong("customer_id"),
                        row.getString("name"),
                        row.getObject("site_id", Long.class)))
                .list();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            tell(all.subList(from, Math.min(from + AT_ONCE, all.size())), heard);
        }
    }

    private void tell(List<Owned> owned, Consumer<Happened> heard) {
        var owners = new HashMap<Long, Owned>();
        owned.forEach(each -> owners.put(each.promise(), each));
        for (var kept : clocks.read(owners.keySet())) {
            var owner = Objects.requireNonNull(owners.get(kept.id()));
            heard.accept(
                    new Happened(owner.customer(), owner.customerName(), kept.number(), owner.site(), kept.state()));
        }
    }
}

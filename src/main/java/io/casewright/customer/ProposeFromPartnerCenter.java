package io.casewright.customer;

import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import io.casewright.customer.CustomerCsv.Column;
import io.casewright.customer.PartnerCenterCustomers.Listed;
import io.casewright.platform.text.Identity;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Makes a list to be looked at of what Partner Center's list of customers has otherwise. It changes no customer. */
@Service
public class ProposeFromPartnerCenter {

    private static final Logger log = LoggerFactory.getLogger(ProposeFromPartnerCenter.class);
    private static final String NAME = "Partner Center";
    private static final Editor BY_ITSELF = new Editor("partner-center", NAME);

    private final PartnerCenterCustomers partnerCenter;
    private final CustomerListSettings settings;
    private final ImportCustomers imports;
    private final JdbcClient database;

    ProposeFromPartnerCenter(
            PartnerCenterCustomers partnerCenter,
            CustomerListSettings settings,
            ImportCustomers imports,
            JdbcClient database) {
        this.partnerCenter = partnerCenter;
        this.settings = settings;
        this.imports = imports;
        this.database = database;
    }

    /**
     * What new customers are to be.
     *
     * @param partner whose list it is; only this partner's customers can be missing in it
     * @param closings whether to propose that those are closed
     */
    public record Wanted(String partner, String supportPlan, String deliveryModel, String language, boolean closings) {}

    private record Kept(String tenantId, String partner, boolean isClosed) {}

    /**
     * The id of the list to be looked at; empty when all is as Partner Center has it.
     *
     * @throws ListUnread when Partner Center cannot be asked
     * @throws DetailsRefused when no partner or plan is chosen
     */
    public Optional<Long> propose(Wanted wanted, Editor editor) {
        requireChosen(wanted);
        if (!partnerCenter.canBeAsked()) {
            throw new ListUnread("There is no line to Microsoft. Operations sets it up; then the list can be read.");
        }
        var rows = rows(partnerCenter.read(), wanted);
        return rows.isEmpty() ? Optional.empty() : Optional.of(imports.keep(NAME, textOf(rows), editor));
    }

    /** Once a day, so that a duty manager finds it in the morning. */
    @Scheduled(cron = "0 0 5 * * *")
    void proposeByItself() {
        if (settings.partner().isBlank() || !partnerCenter.canBeAsked()) {
            return;
        }
        try {
            propose(
                    new Wanted(
                            settings.partner(),
                            settings.supportPlan(),
                            settings.deliveryModel(),
                            settings.language(),
                            true),
                    BY_ITSELF);
        } catch (ListUnread e) {
            log.warn("The list of customers was not read from Partner Center: {}", e.getMessage());
        }
    }

    private static void requireChosen(Wanted wanted) {
        var faults = new HashMap<String, String>();
        if (wanted.partner.isBlank()) {
            faults.put("partner", CustomerDetails.REQUIRED);
        }
        if (wanted.supportPlan.isBlank()) {
            faults.put("supportPlan", CustomerDetails.REQUIRED);
        }
        if (!faults.isEmpty()) {
            throw new DetailsRefused(faults);
        }
    }

    private List<Map<Column, String>> rows(Collection<Listed> listed, Wanted wanted) {
        var kept = kept();
        var known = new HashSet<>(kept.stream().map(Kept::tenantId).toList());
        var there = new HashSet<>(listed.stream().map(Listed::tenantId).toList());
        Stream<Map<Column, String>> added = listed.stream()
                .filter(each -> !known.contains(each.tenantId()))
                .map(each -> Map.of(
                        Column.TENANT_ID, each.tenantId(),
                        Column.NAME, each.name(),
                        Column.DOMAIN, each.domain(),
                        Column.PARTNER, wanted.partner,
                        Column.SUPPORT_PLAN, wanted.supportPlan,
                        Column.DELIVERY_MODEL, wanted.deliveryModel,
                        Column.LANGUAGE, wanted.language));
        Stream<Map<Column, String>> closed = kept.stream()
                .filter(each -> wanted.closings && !each.isClosed && isOf(each, wanted.partner))
                .filter(each -> !there.contains(each.tenantId))
                .map(each -> Map.of(Column.TENANT_ID, each.tenantId, Column.CLOSE, "customer"));
        // What is too much for one list comes with the next.
        return Stream.concat(added, closed).limit(CustomerCsv.MOST_ROWS).toList();
    }

    private static boolean isOf(Kept customer, String partner) {
        return Identity.ofName(customer.partner).equals(Identity.ofName(partner));
    }

    private List<Kept> kept() {
        return database.sql("""
                        SELECT u.tenant_id, p.name, u.closed_at IS NOT NULL AS is_closed
                        FROM customer u JOIN partner p ON p.id = u.partner_id ORDER BY u.id""")
                .query((row, i) ->
                        new Kept(row.getString("tenant_id"), row.getString("name"), row.getBoolean("is_closed")))
                .list();
    }

    private static String textOf(List<Map<Column, String>> rows) {
        var text = new StringWriter();
        try (var lines = new CsvMapper().writer().writeValues(text)) {
            lines.write(Stream.of(Column.values()).map(Column::word).toList());
            for (var row : rows) {
                var cells = new ArrayList<String>();
                for (Column column : Column.values()) {
                    cells.add(row.getOrDefault(column, ""));
                }
                lines.write(cells);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}

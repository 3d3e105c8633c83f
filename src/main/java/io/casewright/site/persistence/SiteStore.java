package io.casewright.site.persistence;

import io.casewright.calendar.domain.CalendarPlace;
import io.casewright.plan.domain.CaseSite;
import io.casewright.platform.database.UtcTime;
import io.casewright.site.domain.Site;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** Sites, and who is where. */
@Component
public class SiteStore {

    /** Of a closed site nobody is, and a contact of none is at the main one. */
    private static final String OF_CASES = """
            SELECT c.number, s.* FROM support_case c
            JOIN customer_site s ON s.id = COALESCE(
              (SELECT o.site_id FROM contact_site o JOIN customer_site x ON x.id = o.site_id
               WHERE o.contact_id = c.contact_id AND x.customer_id = c.customer_id AND x.closed_at IS NULL),
              (SELECT m.id FROM customer_site m WHERE m.customer_id = c.customer_id AND m.main AND m.closed_at IS NULL))
            WHERE\s""";

    private final JdbcClient database;

    SiteStore(JdbcClient database) {
        this.database = database;
    }

    /**
     * Until the transaction ends nobody else changes the sites of this customer.
     *
     * @return whether the customer is open
     * @throws NoSuchElementException when there is no such customer
     */
    public boolean hold(long customer) {
        return database.sql("SELECT closed_at IS NULL FROM customer WHERE id = ? FOR UPDATE")
                .param(customer)
                .query(Boolean.class)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("There is no customer " + customer));
    }

    /** Open ones first, by name. */
    public List<Site> of(long customer) {
        var contacts = new HashMap<Long, Set<Long>>();
        database.sql("SELECT o.contact_id, o.site_id FROM contact_site o JOIN customer_site s ON s.id = o.site_id"
                        + " WHERE s.customer_id = ?")
                .param(customer)
                .query(row -> {
                    contacts.computeIfAbsent(row.getLong("site_id"), site -> new HashSet<>())
                            .add(row.getLong("contact_id"));
                });
        return database.sql(
                        "SELECT * FROM customer_site WHERE customer_id = ? ORDER BY closed_at IS NOT NULL, name, id")
                .param(customer)
                .query((row, i) -> site(row, contacts.getOrDefault(row.getLong("id"), Set.of())))
                .list();
    }

    /** Contacts of the customer who may still ask, names by id. */
    public Map<Long, String> contactsOf(long customer) {
        var names = new LinkedHashMap<Long, String>();
        database.sql("SELECT id, name FROM contact WHERE customer_id = ? AND closed_at IS NULL ORDER BY name, id")
                .param(customer)
                .query(row -> {
                    names.put(row.getLong("id"), row.getString("name"));
                });
        return names;
    }

    public long add(long customer, String name, CalendarPlace place, boolean isMain) {
        var key = new GeneratedKeyHolder();
        database.sql("INSERT INTO customer_site (customer_id, name, zone, country, region, closed_days, main)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)")
                .params(customer, name, place.zone(), place.country(), place.region(), days(place), isMain)
                .update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    public void change(long site, String name, CalendarPlace place, boolean isMain) {
        database.sql("UPDATE customer_site SET name = ?, zone = ?, country = ?, region = ?, closed_days = ?, main = ?,"
                        + " version = version + 1 WHERE id = ?")
                .params(name, place.zone(), place.country(), place.region(), days(place), isMain, site)
                .update();
    }

    /** No other site of the customer is the main one. */
    public void onlyMain(long customer, long site) {
        database.sql(
                        "UPDATE customer_site SET main = FALSE, version = version + 1 WHERE customer_id = ? AND id <> ? AND main")
                .params(customer, site)
                .update();
    }

    /** @param at null for open again */
    public void close(long site, @Nullable Instant at) {
        database.sql("UPDATE customer_site SET closed_at = ?, version = version + 1 WHERE id = ?")
                .params(at == null ? null : UtcTime.kept(at), site)
                .update();
    }

    /** Puts a contact at a site, wherever it was before. */
    public void put(long contact, long site) {
        database.sql("INSERT INTO contact_site (contact_id, site_id) VALUES (?, ?) ON DUPLICATE KEY UPDATE site_id = ?")
                .params(contact, site, site)
                .update();
    }

    /** The contact is at the main site, if it was at this one. */
    public void takeAway(long contact, long site) {
        database.sql("DELETE FROM contact_site WHERE contact_id = ? AND site_id = ?")
                .params(contact, site)
                .update();
    }

    /** Where a case comes from as its contact and the sites are now; empty when its customer has no site. */
    public Optional<CaseSite> ofCase(String number) {
        return database.sql(OF_CASES + "c.number = ?")
                .param(number)
                .query((row, i) -> new CaseSite(row.getLong("id"), place(row)))
                .optional();
    }

    /** The same for open cases of a customer, by number. */
    public Map<String, CaseSite> ofOpenCases(long customer) {
        var sites = new HashMap<String, CaseSite>();
        database.sql(OF_CASES + "c.customer_id = ? AND c.status NOT IN ('CLOSED', 'WITHDRAWN', 'DUPLICATE')")
                .param(customer)
                .query(row -> {
                    sites.put(row.getString("number"), new CaseSite(row.getLong("id"), place(row)));
                });
        return sites;
    }

    /** The site from which a case was begun, by its name; empty when none was known. */
    public Optional<String> nameOfBegun(String number) {
        return database.sql(
                        "SELECT s.name FROM case_plan p JOIN customer_site s ON s.id = p.site_id WHERE p.case_number = ?")
                .param(number)
                .query(String.class)
                .optional();
    }

    /** The places of the sites of all customers that have a plan, by id. */
    public Map<Long, CalendarPlace> placesUnder(long plan) {
        var places = new HashMap<Long, CalendarPlace>();
        database.sql(
                        "SELECT s.* FROM customer_site s JOIN customer u ON u.id = s.customer_id WHERE u.support_plan_id = ?")
                .param(plan)
                .query(row -> {
                    places.put(row.getLong("id"), place(row));
                });
        return places;
    }

    private static Site site(ResultSet row, Set<Long> contacts) throws SQLException {
        return new Site(
                row.getLong("id"),
                row.getLong("version"),
                row.getString("name"),
                place(row),
                row.getBoolean("main"),
                UtcTime.readIfAny(row, "closed_at"),
                contacts);
    }

    private static CalendarPlace place(ResultSet row) throws SQLException {
        return new CalendarPlace(
                row.getString("zone"),
                row.getString("country"),
                row.getString("region"),
                row.getString("closed_days").lines().toList());
    }

    private static String days(CalendarPlace place) {
        return String.join("\n", place.closedDays());
    }
}

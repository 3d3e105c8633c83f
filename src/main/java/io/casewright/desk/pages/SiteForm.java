package io.casewright.desk.pages;

import static io.casewright.desk.pages.CustomerForm.put;
import static io.casewright.desk.pages.CustomerForm.text;

import io.casewright.site.domain.Site;
import io.casewright.site.domain.SiteDetails;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The form of a customer's site, as it was filled in.
 *
 * @param version of the site that was looked at
 * @param closedDays one a line
 * @param main whether it is the main one; null when it is not
 * @param contacts ids of who is there
 */
record SiteForm(
        @Nullable String version,
        @Nullable String name,
        @Nullable String zone,
        @Nullable String country,
        @Nullable String region,
        @Nullable String closedDays,
        @Nullable String main,
        @Nullable Set<Long> contacts) {

    private static final String YES = "yes";

    static SiteForm empty() {
        return new SiteForm(null, null, null, null, null, null, null, null);
    }

    static SiteForm of(Site site) {
        var place = site.place();
        return new SiteForm(
                String.valueOf(site.version()),
                site.name(),
                place.zone(),
                place.country(),
                place.region(),
                String.join("\n", place.closedDays()),
                site.isMain() ? YES : null,
                site.contacts());
    }

    SiteDetails details() {
        return new SiteDetails(
                text(name),
                text(zone),
                text(country),
                text(region),
                text(closedDays),
                isMain(),
                Objects.requireNonNullElse(contacts, Set.of()));
    }

    public boolean isMain() {
        return YES.equals(main);
    }

    public boolean has(long contact) {
        return contacts != null && contacts.contains(contact);
    }

    /** As it is sent again by who has seen what is kept now. */
    SiteForm at(long newVersion) {
        return new SiteForm(String.valueOf(newVersion), name, zone, country, region, closedDays, main, contacts);
    }

    /** What is kept where it is not what was filled in, by field. */
    Map<String, String> otherThan(Site site) {
        var now = of(site);
        var kept = new TreeMap<String, String>();
        put(kept, "name", name, now.name);
        put(kept, "zone", zone, now.zone);
        put(kept, "country", country, now.country);
        put(kept, "region", region, now.region);
        if (!text(closedDays).lines().toList().equals(site.place().closedDays())) {
            kept.put("closedDays", String.join("; ", site.place().closedDays()));
        }
        return kept;
    }
}

package io.casewright.site.domain;

import java.util.Set;

/**
 * A site as somebody wrote it down; nothing is said of whether it can be taken.
 *
 * @param country two letters, or empty
 * @param region of it, or empty
 * @param closedDays one a line
 * @param contacts ids of who is there
 */
public record SiteDetails(
        String name,
        String zone,
        String country,
        String region,
        String closedDays,
        boolean isMain,
        Set<Long> contacts) {

    public SiteDetails {
        contacts = Set.copyOf(contacts);
    }
}

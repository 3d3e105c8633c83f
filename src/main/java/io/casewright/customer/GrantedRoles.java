package io.casewright.customer;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which roles in a customer's tenant the partner's people have.
 *
 * @param usable granted by a relationship that lasts, given to people, and fit for support
 * @param unassigned granted, but given to nobody
 * @param refused granted and given, but more than any support needs
 * @param problem why this could not be read, as a sentence; the sets are empty then
 */
public record GrantedRoles(
        Set<String> usable,
        Set<String> unassigned,
        Set<String> refused,
        @Nullable String problem) {

    static GrantedRoles unreadable(String problem) {
        return new GrantedRoles(Set.of(), Set.of(), Set.of(), problem);
    }

    /** Whether Microsoft was heard. */
    public boolean isRead() {
        return problem == null;
    }
}

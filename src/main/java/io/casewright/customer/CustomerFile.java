package io.casewright.customer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept of a customer.
 *
 * @param version to be given back with a change, which is refused when somebody else made one meanwhile
 * @param partnerKind what the partner is to Microsoft, by its name
 * @param history the newest first
 */
public record CustomerFile(
        long id,
        long version,
        CustomerDetails details,
        String partnerKind,
        Plan plan,
        @Nullable Instant closedAt,
        List<ContactEntry> contacts,
        List<Entry> history) {

    /** What the customer is promised now, and by which version of its plan. */
    public record Plan(long id, int version, String charging, String serviceHours, String contactMethods) {}

    /**
     * A contact, open or closed.
     *
     * @param isErased whether it is a pseudonym only, which does not come back
     */
    public record ContactEntry(
            long id,
            long version,
            ContactDetails details,
            @Nullable Instant closedAt,
            boolean isErased) {

        public boolean isClosed() {
            return closedAt != null;
        }
    }

    /**
     * One change.
     *
     * @param person who made it
     * @param contact name of the contact it is about; null when it is about the customer
     */
    public record Entry(Instant at, String person, @Nullable String contact, Change change) {}

    public boolean isClosed() {
        return closedAt != null;
    }

    public Optional<ContactEntry> contact(long contactId) {
        return contacts.stream().filter(each -> each.id == contactId).findFirst();
    }
}

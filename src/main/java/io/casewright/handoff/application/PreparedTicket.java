package io.casewright.handoff.application;

import io.casewright.casefile.domain.Severity;
import io.casewright.customer.Requester;
import io.casewright.handoff.domain.Ticket;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as an agent prepared it; anything may be missing.
 *
 * @param topics what the desk lets a ticket be about, by id; empty when it does not ask
 */
public record PreparedTicket(
        @Nullable String title,
        @Nullable String text,
        @Nullable Severity severity,
        @Nullable Boolean roundTheClock,
        @Nullable Boolean diagnosticsConsent,
        @Nullable String contactName,
        @Nullable String contactEmail,
        @Nullable String contactPhone,
        @Nullable String contactHours,
        @Nullable String topicId,
        Set<String> topics) {

    static final int TITLE = 200;
    private static final int TEXT = 6000;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

    /** Why no ticket can be opened with it, as a sentence for the agent. */
    Optional<String> problemFor(Requester requester) {
        return Stream.of(
                        TicketWords.problemWith("Title", title, TITLE),
                        TicketWords.problemWith("Text of the ticket", text, TEXT),
                        topicProblem(),
                        missing("Severity", severity),
                        missing("Reachable round the clock", roundTheClock),
                        missing("Consent to diagnostics", diagnosticsConsent),
                        TicketWords.problemWith("Name of our contact", contactName, 120),
                        TicketWords.problemWith("E-mail address of our contact", contactEmail, 190),
                        TicketWords.problemWith("Telephone of our contact", contactPhone, 40),
                        TicketWords.problemWith("Time zone and language", contactHours, 80),
                        contactProblem(requester))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The desk would refuse a ticket without one of its topics. */
    private Optional<String> topicProblem() {
        return topics.isEmpty() || (topicId != null && topics.contains(topicId))
                ? Optional.empty()
                : Optional.of("What it is about: choose one; the desk takes no ticket without it.");
    }

    /** The vendor speaks with the partner; the customer hears from the partner alone. */
    private Optional<String> contactProblem(Requester requester) {
        String address = Objects.requireNonNullElse(contactEmail, "").toLowerCase(Locale.ROOT);
        if (!EMAIL.matcher(address).matches()) {
            return Optional.of("E-mail address of our contact: must be an e-mail address.");
        }
        return address.equalsIgnoreCase(requester.contactEmail())
                        || address.endsWith("@" + requester.customerDomain().toLowerCase(Locale.ROOT))
                ? Optional.of("E-mail address of our contact: this is the customer's; name one of us.")
                : Optional.empty();
    }

    private static Optional<String> missing(String label, @Nullable Object answer) {
        return answer == null ? Optional.of(label + ": choose one.") : Optional.empty();
    }

    /** The ticket, once there is no problem with it. */
    Ticket ticket() {
        return new Ticket(
                Objects.requireNonNull(title),
                Objects.requireNonNull(text),
                Objects.requireNonNull(severity),
                Objects.requireNonNull(roundTheClock),
                Objects.requireNonNull(diagnosticsConsent),
                Objects.requireNonNull(contactName),
                Objects.requireNonNull(contactEmail),
                Objects.requireNonNull(contactPhone),
                Objects.requireNonNull(contactHours));
    }
}

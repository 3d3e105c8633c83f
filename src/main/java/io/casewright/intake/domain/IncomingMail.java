package io.casewright.intake.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A mail that came in, by what is kept of it beside the mail itself.
 *
 * @param fileId the mail as it came, among the files; null when it was not fetched, or is erased
 * @param tries how often it was begun to be read
 * @param rounds how often it was put before a person
 * @param senderProven whether the receiving server found that it is from whom it says
 * @param internetId its Message-ID with the brackets; null when it has none that is well formed
 * @param proposedCase the case that it may belong to
 * @param proposedCustomer the customer whose domain it is from
 * @param messageId the message that it became
 * @param decision what a person said about it
 */
public record IncomingMail(
        long id,
        @Nullable String fileId,
        long size,
        Instant receivedAt,
        int tries,
        Fate fate,
        int rounds,
        String sender,
        String senderName,
        boolean senderProven,
        String subject,
        @Nullable Instant sentAt,
        @Nullable String internetId,
        @Nullable AsideReason asideReason,
        @Nullable String proposedCase,
        @Nullable Long proposedCustomer,
        @Nullable String caseNumber,
        @Nullable Long messageId,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decision) {

    private static final Pattern REFERENCE = Pattern.compile("Mail (\\d{1,18})-\\d{1,9}");

    /** Its name where a process carries it. */
    public String reference() {
        return "Mail %d-%d".formatted(id, rounds);
    }

    /** The id in such a name; empty when it is none. */
    public static Optional<Long> named(String reference) {
        var named = REFERENCE.matcher(reference);
        return named.matches() ? Optional.of(Long.parseLong(named.group(1))) : Optional.empty();
    }

    /** Whether a person has to look at it. */
    public boolean isAside() {
        return fate == Fate.ASIDE;
    }

    @Override
    public String toString() {
        return "IncomingMail[%d, %s]".formatted(id, fate);
    }
}

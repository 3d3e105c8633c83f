package io.casewright.message;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.springframework.mail.MailSendException;

/**
 * A letter could not be handed over this time. Says what kind of trouble it was without what the server said about it:
 * servers repeat the address, and addresses are not for logs.
 */
final class MailTrouble extends RuntimeException {

    /** Answers to a wrong login: ours to mend, and then the letter can leave. */
    private static final Set<Integer> LOGIN_REFUSED = Set.of(530, 534, 535, 538);

    private MailTrouble(String message) {
        // Where it was thrown says nothing, and each waiting letter would write its stack into the log each minute.
        super(message, null, false, false);
    }

    static MailTrouble temporary(String caseNumber, Exception trouble) {
        var all = causesOf(trouble);
        return new MailTrouble("A letter of case %s was not taken by the mail server (%s); it is tried again"
                .formatted(caseNumber, all.getLast().getClass().getSimpleName()));
    }

    /** @param key of a letter that belongs to no case */
    static MailTrouble temporaryOf(String key, Exception trouble) {
        var all = causesOf(trouble);
        return new MailTrouble("The letter %s was not taken by the mail server (%s); it is tried again"
                .formatted(key, all.getLast().getClass().getSimpleName()));
    }

    static MailTrouble stillAway(String caseNumber) {
        return new MailTrouble(
                "A letter of case %s waits: the mail server was out of reach a moment ago".formatted(caseNumber));
    }

    /** Whether nobody answered at all, so that other letters would fare no better. */
    static boolean isAway(Exception trouble) {
        return causesOf(trouble).stream().anyMatch(java.io.IOException.class::isInstance);
    }

    /** If trying again would be of no use: what happened and what to do, for an agent. */
    static Optional<String> refusalIn(Exception trouble) {
        return causesOf(trouble).stream()
                .flatMap(each -> refusal(each).stream())
                .findFirst();
    }

    /**
     * Why the letter is given up, for an agent; empty when it is tried again.
     *
     * @param letter that could not be handed over now
     */
    static Optional<String> whyGivenUp(Exception trouble, StoredMessage letter, Instant now, Duration giveUpAfter) {
        return refusalIn(trouble)
                .or(() -> now.isAfter(letter.createdAt.plus(giveUpAfter))
                        ? Optional.of(nobodyTookIt(giveUpAfter))
                        : Optional.empty());
    }

    static String nobodyTookIt(Duration time) {
        return "No mail server took this message for %d hours. Reach the customer another way, and have operations look at the mail server."
                .formatted(time.toHours());
    }

    /** @param status by which the server says why, such as {@code 5.1.1}; empty when it does not */
    static String returned(String status) {
        return status.isEmpty()
                ? "The message came back from the customer's mail server. Check the contact's e-mail address, and reach the customer another way until then."
                : "The message came back from the customer's mail server (%s). Check the contact's e-mail address, and reach the customer another way until then."
                        .formatted(status);
    }

    private static Optional<String> refusal(Throwable cause) {
        return switch (cause) {
            case AddressException e ->
                Optional.of(
                        "The contact's e-mail address cannot be right. Correct it, and reach the customer another way"
                                + " until then.");
            case SMTPAddressFailedException e
            when isFinal(e.getReturnCode()) ->
                Optional.of(
                        "The mail server does not accept the contact's e-mail address (%d). Correct it, and reach the customer another way until then."
                                .formatted(e.getReturnCode()));
            case SMTPSenderFailedException e
            when isFinal(e.getReturnCode()) ->
                Optional.of(
                        "The mail server does not accept our own address as sender (%d). Reach the customer another way, and have operations check CASEWRIGHT_MAIL_FROM."
                                .formatted(e.getReturnCode()));
            case SMTPSendFailedException e
            when isFinal(e.getReturnCode()) ->
                Optional.of(
                        "The mail server refused this message for good (%d). Reach the customer another way, and have operations ask why."
                                .formatted(e.getReturnCode()));
            default -> Optional.empty();
        };
    }

    private static boolean isFinal(int code) {
        return code >= 500 && code < 600 && !LOGIN_REFUSED.contains(code);
    }

    /** The trouble and all that lies behind it, along the two ways in which mail exceptions are chained. */
    private static List<Throwable> causesOf(Exception trouble) {
        var all = new ArrayList<Throwable>();
        collect(trouble, all);
        return all;
    }

    private static void collect(Throwable trouble, List<Throwable> all) {
        if (all.contains(trouble)) {
            return;
        }
        all.add(trouble);
        if (trouble instanceof MailSendException sending) {
            for (Exception each : sending.getMessageExceptions()) {
                collect(each, all);
            }
        }
        if (trouble instanceof MessagingException mail && mail.getNextException() != null) {
            collect(mail.getNextException(), all);
        }
        if (trouble.getCause() != null) {
            collect(trouble.getCause(), all);
        }
    }
}

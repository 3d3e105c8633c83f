package io.casewright.intake.application;

import io.casewright.customer.CustomerDirectory;
import io.casewright.intake.domain.AsideReason;
import io.casewright.intake.domain.IncomingMail;
import io.casewright.intake.persistence.IncomingMails;
import io.casewright.platform.text.CutText;
import io.casewright.platform.text.PublicAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Puts a mail before the person who says what comes of it. */
@Service
public class ShowMail {

    private static final Duration TIME_TO_SORT = Duration.ofHours(4);
    private static final int LONGEST_TEXT = 4_000;
    private static final String SORTED = "This mail was sorted already.";

    private final IncomingMails mails;
    private final ReadMail read;
    private final CustomerDirectory directory;
    private final PublicAddress address;
    private final Clock clock;

    ShowMail(IncomingMails mails, ReadMail read, CustomerDirectory directory, PublicAddress address, Clock clock) {
        this.mails = mails;
        this.read = read;
        this.directory = directory;
        this.address = address;
        this.clock = clock;
    }

    /**
     * What the form shows.
     *
     * @param why why it finds no case by itself
     * @param customer name of the customer with the sender's domain; empty when it is nobody's
     * @param proposedCase number of the case it may belong to; empty when there is none
     */
    public record Facts(
            String why,
            String sender,
            String customer,
            String subject,
            String text,
            String files,
            String link,
            String proposedCase,
            String contact,
            Instant due) {}

    /** One that was sorted meanwhile is told as such. */
    public Facts show(String reference) {
        return find(reference)
                .map(this::facts)
                .orElseGet(() -> new Facts(
                        SORTED, "", "", "", "", "", address.publicUrl() + "/desk/mails", "", "", due(clock.instant())));
    }

    /** The mail, if it still waits under this name. */
    Optional<IncomingMail> find(String reference) {
        return IncomingMail.named(reference)
                .flatMap(mails::find)
                .filter(mail -> mail.isAside() && mail.reference().equals(reference));
    }

    private Facts facts(IncomingMail mail) {
        var whole = read.whole(mail);
        AsideReason reason = Objects.requireNonNull(mail.asideReason());
        return new Facts(
                reason.words(),
                (mail.senderName() + " <" + mail.sender() + ">").strip(),
                mail.proposedCustomer() == null
                        ? ""
                        : directory.nameOf(mail.proposedCustomer()).orElse(""),
                mail.subject(),
                CutText.upTo(LONGEST_TEXT, whole.text()),
                String.join(", ", whole.files()),
                "%s/desk/mails/%d".formatted(address.publicUrl(), mail.id()),
                Objects.requireNonNullElse(mail.proposedCase(), ""),
                mail.senderName(),
                due(mail.receivedAt()));
    }

    private static Instant due(Instant receivedAt) {
        return receivedAt.plus(TIME_TO_SORT);
    }
}

package io.casewright.caselink.application;

import io.casewright.attachment.Attachment;
import io.casewright.attachment.Attachments;
import io.casewright.casefile.application.CasesByMail;
import io.casewright.casefile.application.ReadCaseFile;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.CaseStatus;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.caselink.persistence.LinkStore;
import io.casewright.caselink.persistence.LinkStore.Kept;
import io.casewright.customer.CustomerDirectory;
import io.casewright.customer.Requester;
import io.casewright.message.CaseMessage;
import io.casewright.platform.text.Fingerprint;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what lies behind a link; nothing changes by that, however often and by whomever it is opened. */
@Service
public class OpenByLink {

    private final LinkStore links;
    private final ReadCaseFile files;
    private final CasesByMail cases;
    private final CustomerDirectory directory;
    private final Attachments attachments;
    private final Clock clock;

    OpenByLink(
            LinkStore links,
            ReadCaseFile files,
            CasesByMail cases,
            CustomerDirectory directory,
            Attachments attachments,
            Clock clock) {
        this.links = links;
        this.files = files;
        this.cases = cases;
        this.directory = directory;
        this.attachments = attachments;
        this.clock = clock;
    }

    /**
     * What its reader may see.
     *
     * @param reader whose words are what is written by it
     * @param messages that are public, oldest first
     * @param attachments files of these
     */
    public record Opened(
            SupportCase supportCase,
            Requester reader,
            Instant validUntil,
            List<CaseMessage> messages,
            List<Attachment> attachments) {

        /** Whether the reader is asked whether it is solved. */
        public boolean mayConfirm() {
            return isOfAsker()
                    && supportCase.status() == CaseStatus.RESOLVED
                    && supportCase.customerAnswer().isEmpty();
        }

        /** Whether the reader is who asked. */
        public boolean isOfAsker() {
            return supportCase.contactId() == reader.contactId();
        }
    }

    /**
     * Empty when nobody was sent that link.
     *
     * @throws LinkOver when it works no more
     */
    @Transactional(readOnly = true)
    public Optional<Opened> open(String token) {
        return links.find(Fingerprint.of(token)).map(this::opened);
    }

    private Opened opened(Kept link) {
        var number = new CaseNumber(link.caseNumber());
        if (link.isWithdrawn() || !clock.instant().isBefore(link.validUntil()) || cases.isErased(number)) {
            throw new LinkOver();
        }
        var reader = readerOf(number, link.contact()).orElseThrow(LinkOver::new);
        var file = files.read(number).orElseThrow(LinkOver::new);
        var messages =
                file.messages().stream().filter(CaseMessage::isForCustomers).toList();
        Set<Long> shown = messages.stream().map(CaseMessage::id).collect(Collectors.toSet());
        return new Opened(
                file.supportCase(),
                reader,
                link.validUntil(),
                messages,
                attachments.of(number.value()).stream()
                        .filter(each -> shown.contains(each.messageId()))
                        .toList());
    }

    /** Still an open contact whom nobody removed from the case. */
    private Optional<Requester> readerOf(CaseNumber number, long contact) {
        var open = directory.findSenders(directory.contact(contact).contactEmail()).stream()
                .filter(each -> each.contactId() == contact)
                .toList();
        return cases.party(number, open);
    }
}

package io.casewright.casefile.application;

import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Evidence;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.domain.TimelineEntry;
import io.casewright.casefile.persistence.EvidenceStore;
import io.casewright.casefile.persistence.SupportCases;
import io.casewright.casefile.persistence.Timeline;
import io.casewright.customer.CustomerDirectory;
import io.casewright.customer.Requester;
import io.casewright.message.CaseMessage;
import io.casewright.message.Messages;
import io.casewright.platform.text.PublicAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads all that is kept about one case, at one moment and five queries. */
@Service
@Transactional(readOnly = true)
public class ReadCaseFile {

    private final SupportCases cases;
    private final Timeline timeline;
    private final EvidenceStore evidence;
    private final Messages messages;
    private final CustomerDirectory directory;
    private final PublicAddress address;

    ReadCaseFile(
            SupportCases cases,
            Timeline timeline,
            EvidenceStore evidence,
            Messages messages,
            CustomerDirectory directory,
            PublicAddress address) {
        this.cases = cases;
        this.timeline = timeline;
        this.evidence = evidence;
        this.messages = messages;
        this.directory = directory;
        this.address = address;
    }

    /**
     * Everything about a case; all lists are oldest first.
     *
     * @param firstResponseDue when the customer's plan promises a first response at the latest
     */
    public record CaseFile(
            SupportCase supportCase,
            Requester requester,
            Instant firstResponseDue,
            List<TimelineEntry> timeline,
            List<Evidence> evidence,
            List<CaseMessage> messages) {}

    /** Empty when there is no case of this number. */
    public Optional<CaseFile> read(CaseNumber number) {
        return cases.findByNumber(number.value()).map(found -> {
            var requester = directory.contact(found.contactId());
            return new CaseFile(
                    found,
                    requester,
                    CaseFacts.of(found, requester, address).taskDue(),
                    timeline.findByCaseIdOrderById(found.id()),
                    evidence.findByCaseIdOrderById(found.id()),
                    messages.of(found.number().value()));
        });
    }
}

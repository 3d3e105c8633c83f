package io.casewright.casefile.application;

import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.persistence.SolvedCases;
import io.casewright.casefile.persistence.SolvedCases.Solved;
import io.casewright.customer.CustomerDirectory;
import io.casewright.triage.RequestReader;
import org.springframework.stereotype.Component;

/** Keeps what helped for the cases of other customers, without what names the customer it helped. */
@Component
class Solutions {

    private static final int SUBJECT = 190;
    private static final int RESOLUTION = 600;

    private final SolvedCases solvedCases;
    private final CustomerDirectory directory;
    private final RequestReader reader;

    Solutions(SolvedCases solvedCases, CustomerDirectory directory, RequestReader reader) {
        this.solvedCases = solvedCases;
        this.directory = directory;
        this.reader = reader;
    }

    /** To be called in the transaction that closes the case; one without a resolution teaches nothing. */
    void keep(SupportCase closed) {
        var resolution = closed.resolution();
        if (resolution.isEmpty()) {
            return;
        }
        var request = closed.request();
        var redaction = Redaction.of(directory.contact(closed.contactId()));
        String subject = redaction.apply(request.subject());
        String helped = redaction.apply(resolution.get());
        String text = subject + "\n" + redaction.apply(request.description()) + "\n" + helped;
        solvedCases.keep(new Solved(
                closed.id(),
                closed.number().value(),
                request.product(),
                AgentText.upTo(SUBJECT, subject),
                AgentText.upTo(RESOLUTION, helped),
                closed.endedAt().orElse(closed.receivedAt()),
                text,
                reader.topics(text)));
    }

    void forget(SupportCase reopened) {
        solvedCases.forget(reopened.id());
    }
}

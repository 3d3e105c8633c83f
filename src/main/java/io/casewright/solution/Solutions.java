package io.casewright.solution;

import io.casewright.casefile.application.CaseClosed;
import io.casewright.casefile.application.CaseReopened;
import io.casewright.customer.CustomerDirectory;
import io.casewright.platform.text.CutText;
import io.casewright.solution.SolvedCases.Solved;
import io.casewright.triage.RequestReader;
import org.springframework.context.event.EventListener;
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

    /** One without a resolution teaches nothing. */
    @EventListener
    void keep(CaseClosed event) {
        var closed = event.supportCase();
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
                CutText.upTo(SUBJECT, subject),
                CutText.upTo(RESOLUTION, helped),
                closed.endedAt().orElse(closed.receivedAt()),
                text,
                reader.topics(text)));
    }

    @EventListener
    void forget(CaseReopened event) {
        solvedCases.forget(event.supportCase().id());
    }
}

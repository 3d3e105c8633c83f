package io.casewright.casefile.application;

import io.casewright.casefile.application.CaseRequest.ContactPerson;
import io.casewright.casefile.domain.IntakeKey;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.persistence.SupportCases;
import io.casewright.customer.CustomerDirectory;
import io.casewright.customer.Requester;
import io.casewright.platform.text.Fingerprint;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Opens a case for what was written about another. */
@Component
class FollowingCase {

    private final SupportCases cases;
    private final ReceiveRequest receiveRequest;
    private final CustomerDirectory directory;

    FollowingCase(SupportCases cases, ReceiveRequest receiveRequest, CustomerDirectory directory) {
        this.cases = cases;
        this.receiveRequest = receiveRequest;
        this.directory = directory;
    }

    /** Why nothing can be opened in the name of who wrote, as a sentence for an agent, to be put behind the name of the field. */
    Optional<String> problemWith(SupportCase before) {
        return mayAsk(before)
                ? Optional.empty()
                : Optional.of("who wrote is no contact of the customer any more, so no case can be opened.");
    }

    /** Nothing is opened in the name of somebody who left. */
    boolean mayAsk(SupportCase before) {
        Requester requester = directory.contact(before.contactId());
        return directory
                .findContact(requester.customerDomain(), requester.contactEmail())
                .isPresent();
    }

    /** The same key opens one case. */
    SupportCase open(SupportCase before, String text, String key) {
        Requester requester = directory.contact(before.contactId());
        var request = before.request();
        var again = new CaseRequest(
                requester.customerDomain(),
                new ContactPerson(requester.contactName(), requester.contactEmail(), null),
                request.subject(),
                text,
                request.product(),
                request.channel(),
                request.category(),
                request.severityStated() ? request.severity() : null,
                request.locale(),
                request.affectedUsers(),
                request.region(),
                request.externalReference());
        var following = receiveRequest
                .receive(again, new IntakeKey(keyOf(before, key), Fingerprint.of(text)), null)
                .supportCase();
        following.follow(before.number());
        return following;
    }

    /** What was opened under this key before. */
    Optional<SupportCase> find(SupportCase before, String key) {
        return cases.findByIntakeKey(keyOf(before, key));
    }

    private static String keyOf(SupportCase before, String key) {
        return "follow-up:" + before.number() + ":" + Fingerprint.of(key).substring(0, 16);
    }
}

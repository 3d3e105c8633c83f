package io.casewright.statement.application;

import io.casewright.casefile.application.CaseRequest;
import io.casewright.casefile.application.CaseRequest.ContactPerson;
import io.casewright.casefile.application.IntakeKeyReused;
import io.casewright.casefile.application.IntakeKeys;
import io.casewright.casefile.application.ReceiveRequest;
import io.casewright.casefile.application.ReceiveRequest.Receipt;
import io.casewright.casefile.application.UnknownRequester;
import io.casewright.casefile.domain.Category;
import io.casewright.casefile.domain.Channel;
import io.casewright.customer.CustomerDirectory;
import io.casewright.platform.text.Fingerprint;
import io.casewright.statement.domain.Statement;
import io.casewright.statement.persistence.StatementLines;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Makes a billing case of a customer's words about a line of a statement; the line remembers it. */
@Service
public class DisputeLine {

    /** As long as the words may be, so that the case's description holds them and what they are about. */
    public static final int LONGEST_WORDS = 7000;

    private final ReceiveRequest receive;
    private final IntakeKeys keys;
    private final CustomerDirectory directory;
    private final StatementLines lines;
    private final Clock clock;

    DisputeLine(
            ReceiveRequest receive, IntakeKeys keys, CustomerDirectory directory, StatementLines lines, Clock clock) {
        this.receive = receive;
        this.keys = keys;
        this.directory = directory;
        this.lines = lines;
        this.clock = clock;
    }

    /**
     * What the case says.
     *
     * @param subject with statement, line and amount
     * @param about the same in full, above the customer's words
     */
    public record Dispute(Statement statement, int position, String subject, String about, String words) {}

    /**
     * A dispute over the REST interface.
     *
     * @throws UnknownRequester when who disputes is no contact of the customer; nothing is kept
     * @throws IntakeKeyReused when the key belongs to a request with another content
     */
    public Receipt dispute(Dispute dispute, ContactPerson contact, String client, String idempotencyKey) {
        return dispute(dispute, contact, null, client, idempotencyKey);
    }

    /**
     * A dispute on the page of a statement, by whom the letter went to. The same words once more are the same case.
     *
     * @throws UnknownRequester when who got the letter is a contact no more
     */
    public Receipt dispute(Dispute dispute, long contact) {
        var requester = directory.contact(contact);
        String same = "%d:%d:%d:%s".formatted(dispute.statement().id(), dispute.position(), contact, dispute.words());
        return dispute(
                dispute,
                new ContactPerson(requester.contactName(), requester.contactEmail(), null),
                Channel.PORTAL,
                "statement",
                Fingerprint.of(same));
    }

    private Receipt dispute(
            Dispute dispute, ContactPerson contact, @Nullable Channel channel, String client, String key) {
        var statement = dispute.statement();
        var request = new CaseRequest(
                statement.customerDomain(),
                contact,
                dispute.subject(),
                dispute.about() + "\n\n" + dispute.words().strip(),
                null,
                channel,
                Category.BILLING,
                null,
                null,
                null,
                null,
                statement.number());
        var receipt = receive.receive(request, keys.ofClient(client, key, request), null);
        // After a crash in between, the same dispute once more comes here again.
        lines.disputed(
                statement.id(),
                dispute.position(),
                receipt.supportCase().number().value(),
                clock.instant());
        return receipt;
    }
}

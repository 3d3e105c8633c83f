package io.casewright.casefile.application;

import io.casewright.casefile.application.CaseRequest.ContactPerson;
import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.CaseStatus;
import io.casewright.casefile.domain.IntakeKey;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.casefile.persistence.SupportCases;
import io.casewright.customer.CustomerDirectory;
import io.casewright.customer.Requester;
import io.casewright.message.InboundMessage;
import io.casewright.message.InternalNote;
import io.casewright.message.MessageKeyReused;
import io.casewright.message.MessageKind;
import io.casewright.message.Messages;
import io.casewright.platform.text.Fingerprint;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes what a customer writes about a case, at any time of its life. */
@Service
public class ReceiveMessage {

    private final SupportCases cases;
    private final CaseSteps steps;
    private final CaseProcess process;
    private final Messages messages;
    private final ReceiveRequest receiveRequest;
    private final Reopening reopening;
    private final CustomerDirectory directory;
    private final CaseSettings settings;
    private final Clock clock;

    ReceiveMessage(
            SupportCases cases,
            CaseSteps steps,
            CaseProcess process,
            Messages messages,
            ReceiveRequest receiveRequest,
            Reopening reopening,
            CustomerDirectory directory,
            CaseSettings settings,
            Clock clock) {
        this.cases = cases;
        this.steps = steps;
        this.process = process;
        this.messages = messages;
        this.receiveRequest = receiveRequest;
        this.reopening = reopening;
        this.directory = directory;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Keeps the message and lets it reach the work: it answers a question, is read beside the work, reopens a case that
     * closed a short time ago, or opens a new case that follows one that ended long ago. A case that was joined with
     * another passes it on. What somebody who left writes about an ended case is read by a person.
     *
     * @param key what makes it the same message when it comes again
     * @return the case it reached, empty when there is none of this number
     * @throws MessageKeyReused when the key came with another text
     * @throws io.casewright.casefile.domain.NotPossibleNow when the case was erased
     */
    @Transactional
    public Optional<SupportCase> receive(CaseNumber number, String text, String client, String key) {
        return steps.hold(number).map(this::whereItGoesOn).map(supportCase -> {
            supportCase.requireNotErased("take a message");
            if (messages.isKept(supportCase.number().value(), MessageKind.REPLY, text, key)) {
                return followUpOf(supportCase, key).orElse(supportCase);
            }
            var kept = messages.receive(
                    InboundMessage.fromPortal(supportCase.number().value(), client, text, key));
            return reach(supportCase, kept.id(), text, client, key);
        });
    }

    /**
     * Keeps a note among those who work on the case; it reaches nobody else.
     *
     * @throws MessageKeyReused when the key came with another text
     */
    @Transactional
    public Optional<SupportCase> note(CaseNumber number, String text, String agent, String key) {
        return steps.hold(number).map(supportCase -> {
            supportCase.requireNotErased("take a note");
            if (!messages.isKept(number.value(), MessageKind.NOTE, text, key)) {
                messages.note(number.value(), agent, new InternalNote(text), key);
            }
            return supportCase;
        });
    }

    private SupportCase reach(SupportCase supportCase, long messageId, String text, String client, String key) {
        Actor customer = Actor.customer(client);
        if (supportCase.status() == CaseStatus.CLOSED && mayBeReopened(supportCase)) {
            reopening.reopen(supportCase, customer, text);
            return supportCase;
        }
        if (supportCase.status().isEnded()) {
            Requester requester = directory.contact(supportCase.contactId());
            if (mayAsk(requester)) {
                return follow(supportCase, requester, text, key);
            }
        }
        steps.record(supportCase, Kind.MESSAGE_RECEIVED, customer, null, text);
        if (supportCase.awaitsReply()) {
            supportCase.hearReply();
            process.tellReplied(supportCase.number(), text);
        } else {
            process.startReading(supportCase.number(), messageId);
        }
        return supportCase;
    }

    /** Nothing is opened in the name of somebody who left; a person reads what still comes of them. */
    private boolean mayAsk(Requester requester) {
        return directory
                .findContact(requester.customerDomain(), requester.contactEmail())
                .isPresent();
    }

    private SupportCase follow(SupportCase ended, Requester requester, String text, String key) {
        var request = ended.request();
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
        var followUp = receiveRequest
                .receive(again, new IntakeKey(followUpKey(ended, key), Fingerprint.of(text)), null)
                .supportCase();
        followUp.follow(ended.number());
        return followUp;
    }

    private Optional<SupportCase> followUpOf(SupportCase ended, String key) {
        return cases.findByIntakeKey(followUpKey(ended, key));
    }

    private static String followUpKey(SupportCase ended, String key) {
        return "follow-up:" + ended.number() + ":" + Fingerprint.of(key).substring(0, 16);
    }

    private boolean mayBeReopened(SupportCase supportCase) {
        return supportCase
                .endedAt()
                .map(ended -> clock.instant().isBefore(ended.plus(settings.reopenTime())))
                .orElse(false);
    }

    private SupportCase whereItGoesOn(SupportCase supportCase) {
        var at = supportCase;
        for (var open = at.duplicateOf(); open.isPresent(); open = at.duplicateOf()) {
            at = steps.hold(open.get()).orElseThrow();
        }
        return at;
    }
}

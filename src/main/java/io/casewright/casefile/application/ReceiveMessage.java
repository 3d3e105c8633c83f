package io.casewright.casefile.application;

import io.casewright.attachment.OfferedFile;
import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.casefile.persistence.MessageReadings;
import io.casewright.customer.CustomerDirectory;
import io.casewright.message.CaseMessage;
import io.casewright.message.InboundMessage;
import io.casewright.message.InternalNote;
import io.casewright.message.MessageKeyReused;
import io.casewright.message.MessageKind;
import io.casewright.message.Messages;
import io.casewright.message.Purport;
import io.casewright.message.ReadPurport;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes what a customer writes about a case, at any time of its life. */
@Service
public class ReceiveMessage {

    private final CaseSteps steps;
    private final CaseProcess process;
    private final Messages messages;
    private final MessageReadings readings;
    private final ReadPurport readPurport;
    private final FollowingCase followingCase;
    private final Reopening reopening;
    private final FilesOfCase files;
    private final CustomerDirectory directory;

    ReceiveMessage(
            CaseSteps steps,
            CaseProcess process,
            Messages messages,
            MessageReadings readings,
            ReadPurport readPurport,
            FollowingCase followingCase,
            Reopening reopening,
            FilesOfCase files,
            CustomerDirectory directory) {
        this.steps = steps;
        this.process = process;
        this.messages = messages;
        this.readings = readings;
        this.readPurport = readPurport;
        this.followingCase = followingCase;
        this.reopening = reopening;
        this.files = files;
        this.directory = directory;
    }

    /**
     * Keeps the message and lets it reach the work: it answers a question, is read beside the work, reopens a case that
     * closed a short time ago, or opens a new case that follows one that ended long ago. A case that was joined with
     * another passes it on. What somebody who left writes about an ended case is read by a person; so is what may be no more
     * than thanks for it. Mere thanks for an ended case, and what a machine wrote, are kept and shown.
     *
     * @param key what makes it the same message when it comes again
     * @return the case it reached, empty when there is none of this number
     * @throws MessageKeyReused when the key came with another text
     * @throws io.casewright.casefile.domain.NotPossibleNow when the case was erased
     */
    @Transactional
    public Optional<SupportCase> receive(CaseNumber number, String text, String client, String key) {
        return receive(number, at -> InboundMessage.fromPortal(at, client, text, false, key), List.of())
                .map(Arrived::supportCase);
    }

    /**
     * The case that a message reached, and the message as it is kept; where it opened a case of its own, it stays with the one
     * that it was written about.
     */
    public record Arrived(SupportCase supportCase, CaseMessage message) {}

    /**
     * As {@link #receive(CaseNumber, String, String, String)}.
     *
     * @param written the message, for the case of this number; what is automatic is kept and shown, and moves nothing
     * @param enclosed what came with it
     */
    @Transactional
    public Optional<Arrived> receive(
            CaseNumber number, Function<String, InboundMessage> written, List<? extends OfferedFile> enclosed) {
        return steps.hold(number).map(this::whereItGoesOn).map(supportCase -> {
            supportCase.requireNotErased("take a message");
            var arrived = take(supportCase, written.apply(supportCase.number().value()));
            files.keep(supportCase, arrived.message().id(), enclosed);
            return arrived;
        });
    }

    private Arrived take(SupportCase supportCase, InboundMessage message) {
        String key = message.stepKey();
        if (messages.isKept(message.caseNumber(), MessageKind.REPLY, message.body(), key)) {
            return new Arrived(followingCase.find(supportCase, key).orElse(supportCase), messages.receive(message));
        }
        var purport = message.automatic() ? Purport.AUTOMATIC : readPurport.of(message.body(), namesIn(supportCase));
        var kept = messages.receive(message.automatic(purport == Purport.AUTOMATIC));
        return new Arrived(reach(supportCase, kept, purport, message.authorName(), key), kept);
    }

    /** As {@link #note(CaseNumber, String, String, String, List)}, without files. */
    @Transactional
    public Optional<SupportCase> note(CaseNumber number, String text, String agent, String key) {
        return note(number, text, agent, key, List.of());
    }

    /**
     * Keeps a note among those who work on the case; it reaches nobody else.
     *
     * @param enclosed files that belong to it
     * @throws MessageKeyReused when the key came with another text
     */
    @Transactional
    public Optional<SupportCase> note(
            CaseNumber number, String text, String agent, String key, List<? extends OfferedFile> enclosed) {
        return steps.hold(number).map(supportCase -> {
            supportCase.requireNotErased("take a note");
            if (!messages.isKept(number.value(), MessageKind.NOTE, text, key)) {
                var note = messages.note(number.value(), agent, new InternalNote(text), key);
                files.keep(supportCase, note.id(), enclosed);
            }
            return supportCase;
        });
    }

    private SupportCase reach(SupportCase supportCase, CaseMessage kept, Purport purport, String client, String key) {
        Actor customer = Actor.customer(client);
        boolean toBeRead = purport != Purport.AUTOMATIC
                && !(purport == Purport.THANKS && supportCase.status().isEnded());
        boolean isMatter = purport == Purport.MATTER;
        if (isMatter && reopening.mayReopen(supportCase)) {
            reopening.reopen(supportCase, customer, kept.body());
            return supportCase;
        }
        if (isMatter && supportCase.status().isEnded() && followingCase.mayAsk(supportCase)) {
            return followingCase.open(supportCase, kept.body(), key);
        }
        steps.record(supportCase, Kind.MESSAGE_RECEIVED, customer, null, kept.body());
        if (toBeRead && supportCase.awaitsReply()) {
            supportCase.hearReply();
            process.tellReplied(supportCase, kept.body());
        } else if (toBeRead) {
            readings.await(kept.id(), supportCase.id());
            process.startReading(supportCase.number(), kept.id());
        }
        return supportCase;
    }

    /** Who wrote, and to whom: their names say nothing about the matter. */
    private Set<String> namesIn(SupportCase supportCase) {
        var requester = directory.contact(supportCase.contactId());
        return Set.of(requester.contactName(), requester.customerName(), requester.partnerName());
    }

    private SupportCase whereItGoesOn(SupportCase supportCase) {
        var at = supportCase;
        for (var open = at.duplicateOf(); open.isPresent(); open = at.duplicateOf()) {
            at = steps.hold(open.get()).orElseThrow();
        }
        return at;
    }
}

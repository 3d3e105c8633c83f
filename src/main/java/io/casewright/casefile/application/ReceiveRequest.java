package io.casewright.casefile.application;

import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.IntakeKey;
import io.casewright.casefile.domain.Request;
import io.casewright.casefile.domain.Step;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.domain.TimelineEntry;
import io.casewright.casefile.persistence.CaseNumbers;
import io.casewright.casefile.persistence.SupportCases;
import io.casewright.casefile.persistence.Timeline;
import io.casewright.customer.CustomerDirectory;
import io.casewright.customer.Requester;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Makes a case of a request, once. */
@Service
public class ReceiveRequest {

    private final CustomerDirectory directory;
    private final SupportCases cases;
    private final Timeline timeline;
    private final CaseNumbers numbers;
    private final CaseProcess process;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;
    private final Clock clock;

    ReceiveRequest(
            CustomerDirectory directory,
            SupportCases cases,
            Timeline timeline,
            CaseNumbers numbers,
            CaseProcess process,
            ApplicationEventPublisher events,
            TransactionOperations transactions,
            Clock clock) {
        this.directory = directory;
        this.cases = cases;
        this.timeline = timeline;
        this.numbers = numbers;
        this.process = process;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The case of a request, who asked, and whether this request made it. */
    public record Receipt(SupportCase supportCase, Requester requester, boolean isNew) {}

    /**
     * Stores the request as a case with its timeline and the order to start its process.
     *
     * @param step where a process took the request in; null when it came from outside
     * @throws UnknownRequester when customer or contact is not known; nothing is stored
     * @throws IntakeKeyReused when the key belongs to a request with another content
     */
    public Receipt receive(CaseRequest request, IntakeKey intake, @Nullable Step step) {
        return receive(request, intake, step, opened -> {});
    }

    /**
     * As {@link #receive(CaseRequest, IntakeKey, Step)}.
     *
     * @param alongside what belongs to the new case, in the same transaction, before its process begins
     */
    public Receipt receive(
            CaseRequest request, IntakeKey intake, @Nullable Step step, Consumer<SupportCase> alongside) {
        return earlier(intake).orElseGet(() -> {
            Requester requester = requesterOf(request);
            // Before the transaction: the counter is one row for all, and must not stay locked while a case is written.
            CaseNumber number = numbers.next();
            try {
                return transactions.execute(status -> {
                    var receipt = open(number, request, requester, intake, step);
                    alongside.accept(receipt.supportCase());
                    return receipt;
                });
            } catch (DataIntegrityViolationException e) {
                // Two of the same at the same moment: the other one made the case.
                return earlier(intake).orElseThrow(() -> e);
            }
        });
    }

    private Optional<Receipt> earlier(IntakeKey intake) {
        return cases.findByIntakeKey(intake.key()).map(found -> {
            if (!found.hasIntakeFingerprint(intake.fingerprint())) {
                throw new IntakeKeyReused(found.number());
            }
            return new Receipt(found, directory.contact(found.contactId()), false);
        });
    }

    private Requester requesterOf(CaseRequest request) {
        return directory
                .findContact(request.customer(), request.contact().email())
                .orElseThrow(() -> directory.findCustomer(request.customer()).isPresent()
                        ? UnknownRequester.contact()
                        : UnknownRequester.customer());
    }

    private Receipt open(
            CaseNumber number, CaseRequest incoming, Requester requester, IntakeKey intake, @Nullable Step step) {
        Request request = incoming.toRequest(requester.locale());
        var opened = cases.save(new SupportCase(
                number, intake, requester.customerId(), requester.contactId(), request, clock.instant()));
        timeline.save(opened.happened(
                opened.receivedAt(), TimelineEntry.Kind.RECEIVED, Actor.customer(requester.contactName()), step, null));
        process.startFor(opened);
        events.publishEvent(new CaseReceived(opened.number(), request.channel()));
        return new Receipt(opened, requester, true);
    }
}

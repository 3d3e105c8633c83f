package io.casewright.casefile.application;

import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Evidence;
import io.casewright.casefile.domain.Step;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.casefile.persistence.EvidenceStore;
import io.casewright.customer.CustomerDirectory;
import io.casewright.invoice.ExportUnreadable;
import io.casewright.invoice.InvoiceReading;
import io.casewright.invoice.InvoiceReading.Failed;
import io.casewright.invoice.InvoiceReading.Prepared;
import io.casewright.invoice.InvoiceReading.Read;
import io.casewright.invoice.InvoiceWords;
import io.casewright.invoice.Invoices;
import io.casewright.microsoft.MicrosoftTrouble;
import io.casewright.platform.text.CutText;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Reads what an invoice says of the customer of a case; that is evidence, without what the partner pays. */
@Service
public class ReadInvoice {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final int NOTE = 1800;

    private final CaseSteps steps;
    private final CustomerDirectory directory;
    private final Invoices invoices;
    private final EvidenceStore evidence;
    private final TransactionOperations transactions;
    private final Clock clock;

    ReadInvoice(
            CaseSteps steps,
            CustomerDirectory directory,
            Invoices invoices,
            EvidenceStore evidence,
            TransactionOperations transactions,
            Clock clock) {
        this.steps = steps;
        this.directory = directory;
        this.invoices = invoices;
        this.evidence = evidence;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Lines that Microsoft prepares.
     *
     * @param operation where to ask for them
     * @param since when they were first asked for
     */
    public record Awaited(URI operation, Instant since) {}

    /**
     * What is known of the invoice.
     *
     * @param note for the agent only: it holds what the partner pays
     * @param awaited null unless Microsoft still prepares the lines
     * @param expectedAt when to ask again; null unless awaited
     */
    public record Found(
            String note,
            @Nullable Awaited awaited,
            @Nullable Instant expectedAt) {}

    /**
     * Reads it, or asks again for what is awaited.
     *
     * @param invoiceId null when the form did not say
     */
    public Found read(CaseNumber number, @Nullable String invoiceId, @Nullable Awaited awaited, Step step) {
        if (invoiceId == null) {
            return ended("Invoice: choose one.");
        }
        if (!invoices.isConfigured()) {
            return ended("No line to Microsoft is set up; no invoice can be read from here.");
        }
        String tenantId = directory.contact(steps.find(number).contactId()).tenantId();
        try {
            return switch (reading(invoiceId, awaited, tenantId)) {
                case Read read -> kept(number, invoiceId, read, step);
                case Failed failed -> ended("Invoice %s: %s".formatted(invoiceId, failed.reason()));
                case Prepared prepared -> later(invoiceId, prepared, awaited);
            };
        } catch (MicrosoftTrouble trouble) {
            return ended("Invoice %s could not be read: %s".formatted(invoiceId, trouble.reason()));
        } catch (ExportUnreadable unreadable) {
            return ended(
                    "Invoice %s could not be read: %s Have it read again.".formatted(invoiceId, unreadable.reason()));
        }
    }

    private InvoiceReading reading(String invoiceId, @Nullable Awaited awaited, String tenantId) {
        return awaited == null ? invoices.read(invoiceId, tenantId) : invoices.follow(awaited.operation, tenantId);
    }

    private Found later(String invoiceId, Prepared prepared, @Nullable Awaited awaited) {
        var now = clock.instant();
        var since = awaited == null ? now : awaited.since;
        return since.plus(PATIENCE).isBefore(now)
                ? ended("Invoice %s: Microsoft has not delivered its lines in %d minutes. Have it read again later."
                        .formatted(invoiceId, PATIENCE.toMinutes()))
                : new Found(
                        "Microsoft prepares the lines of invoice %s.".formatted(invoiceId),
                        new Awaited(prepared.operation(), since),
                        now.plus(LOOK_AGAIN));
    }

    private Found kept(CaseNumber number, String invoiceId, Read read, Step step) {
        String told = InvoiceWords.withoutCost(invoiceId, read.lines());
        transactions.executeWithoutResult(status -> steps.once(steps.find(number), step, supportCase -> {
            evidence.save(supportCase.proves(
                    Evidence.Kind.COMMERCIAL, AgentText.cut(told), null, null, clock.instant(), step));
            steps.record(supportCase, Kind.EVIDENCE_ADDED, Actor.SYSTEM, step, AgentText.cut(told));
        }));
        return ended(InvoiceWords.withCost(invoiceId, read.lines()));
    }

    private static Found ended(String note) {
        return new Found(CutText.upTo(NOTE, note), null, null);
    }
}

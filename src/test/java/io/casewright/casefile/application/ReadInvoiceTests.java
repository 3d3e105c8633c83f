package io.casewright.casefile.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Evidence;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.casefile.persistence.EvidenceStore;
import io.casewright.platform.engine.FormChoice;
import io.casewright.simulator.InvoiceSimulator;
import io.casewright.simulator.MicrosoftSimulator;
import io.casewright.simulator.Story;
import io.casewright.testkit.ARequest;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.CaseWitness;
import io.casewright.testkit.CasewrightTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The agent sees what an invoice says of the customer; the case keeps it without what the partner pays. */
@CasewrightTest
class ReadInvoiceTests {

    @Autowired
    CaseDesk desk;

    @Autowired
    CaseWitness witness;

    @Autowired
    MicrosoftSimulator microsoft;

    @Autowired
    LookUpInvoices lookUpInvoices;

    @Autowired
    ReadInvoice readInvoice;

    @Autowired
    EvidenceStore evidence;

    @AfterEach
    void endTroubles() {
        microsoft.story().end();
        microsoft.invoices().exportTakes(1);
    }

    @Test
    void theLatestInvoicesCanBeChosen() {
        assertThat(lookUpInvoices.lookUp().choices())
                .extracting(FormChoice::value)
                .contains(InvoiceSimulator.LEGACY, InvoiceSimulator.NEW_COMMERCE);
        assertThat(lookUpInvoices.lookUp().choices().getFirst().label())
                .isEqualTo("2026-11-08: G004567890, 2026-10-01 to 2026-10-31");
    }

    @Test
    void theCostIsInTheNoteAndNowhereElse() {
        var number = ofAdatum();
        var found = read(number, InvoiceSimulator.LEGACY, null);
        assertThat(found.note()).contains("2 lines about this customer", "[partner's cost 103.09 EUR]");
        assertThat(found.expectedAt()).isNull();
        assertThat(witness.latestOf(number).kind()).isEqualTo(Kind.EVIDENCE_ADDED);
        assertThat(witness.everythingAbout(number)).doesNotContain("103.09");
        assertThat(evidence.findByCaseIdOrderById(witness.caseOf(number).id()).getLast())
                .satisfies(each -> {
                    assertThat(each.kind()).isEqualTo(Evidence.Kind.COMMERCIAL);
                    assertThat(each.text()).contains("12 pieces", "2026-10-01 to 2026-10-31", "PURCHASE FEE");
                });
    }

    @Test
    void anExportIsAwaited() {
        microsoft.invoices().exportTakes(1);
        var number = ofAdatum();
        var first = read(number, InvoiceSimulator.NEW_COMMERCE, null);
        assertThat(first.awaited()).isNotNull();
        assertThat(first.expectedAt()).isNotNull();
        var second = read(number, InvoiceSimulator.NEW_COMMERCE, first.awaited());
        assertThat(second.awaited()).isEqualTo(first.awaited());
        var third = read(number, InvoiceSimulator.NEW_COMMERCE, second.awaited());
        assertThat(third.note()).contains("1 line about this customer", "140 pieces");
        assertThat(third.awaited()).isNull();
    }

    @Test
    void whatMicrosoftNeverDeliversIsNotAwaitedForEver() {
        microsoft.invoices().exportTakes(99);
        var number = ofAdatum();
        var first = read(number, InvoiceSimulator.NEW_COMMERCE, null).awaited();
        assertThat(first).isNotNull();
        var longAgo = new ReadInvoice.Awaited(first.operation(), first.since().minusSeconds(3600));
        var found = read(number, InvoiceSimulator.NEW_COMMERCE, longAgo);
        assertThat(found.awaited()).isNull();
        assertThat(found.note()).contains("has not delivered its lines in 30 minutes");
    }

    @Test
    void troubleIsToldToTheAgentAndHoldsNobodyUp() {
        microsoft.story().trouble(Story.Kind.REFUSED, "GET /v1/invoices", 2, 0);
        assertThat(lookUpInvoices.lookUp().problem()).contains("could not be read", "900308");
        var found = read(ofAdatum(), InvoiceSimulator.LEGACY, null);
        assertThat(found.note()).contains("could not be read", "900308");
        assertThat(found.expectedAt()).isNull();
    }

    @Test
    void withoutAChoiceNothingIsAsked() {
        assertThat(read(ofAdatum(), null, null).note()).isEqualTo("Invoice: choose one.");
    }

    private CaseNumber ofAdatum() {
        return desk.resolving(desk.diagnosing(ARequest.from("adatum.example", "it@adatum.example")));
    }

    private ReadInvoice.Found read(CaseNumber number, String invoice, ReadInvoice.Awaited awaited) {
        return readInvoice.read(number, invoice, awaited, CaseDesk.step("serviceTask_ReadInvoice"));
    }
}

package io.casewright.invoice;

import static io.casewright.simulator.SubscriptionSimulator.ADATUM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewright.invoice.InvoiceReading.Failed;
import io.casewright.invoice.InvoiceReading.Prepared;
import io.casewright.invoice.InvoiceReading.Read;
import io.casewright.microsoft.Lines;
import io.casewright.microsoft.MicrosoftRefused;
import io.casewright.simulator.InvoiceSimulator;
import io.casewright.simulator.MicrosoftSimulator;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An invoice covers all customers of the partner; only the lines of one come out. */
class InvoicesTests {

    private static final String NOBODY = "00000000-0000-4000-8000-000000000000";

    private MicrosoftSimulator microsoft;
    private Invoices invoices;

    @BeforeEach
    void start() {
        microsoft = MicrosoftSimulator.start(0);
        invoices = invoices("127.0.0.1");
    }

    @AfterEach
    void stop() {
        microsoft.close();
    }

    @Test
    void theLatestComeFirst() {
        assertThat(invoices.latest())
                .extracting(Invoice::id)
                .containsExactly(InvoiceSimulator.NEW_COMMERCE, InvoiceSimulator.LEGACY, InvoiceSimulator.EMPTY);
    }

    /** Two of six hundred lines on two pages are the customer's; another customer has the same name. */
    @Test
    void ofAnOlderInvoiceTheCustomersLinesAreReadFromAllPages() {
        assertThat(invoices.read(InvoiceSimulator.LEGACY, ADATUM))
                .isInstanceOfSatisfying(
                        Read.class,
                        read -> assertThat(read.lines()).hasSize(2).allSatisfy(line -> {
                            assertThat(line.name()).isEqualTo("Exchange Online (Plan 2)");
                            assertThat(line.quantity()).isEqualByComparingTo(BigDecimal.valueOf(12));
                        }));
    }

    @Test
    void ofANewInvoiceTheLinesAreExportedAndAskedForUntilTheyAreThere() {
        microsoft.invoices().exportTakes(2);
        var prepared = (Prepared) invoices.read(InvoiceSimulator.NEW_COMMERCE, ADATUM);
        assertThat(invoices.follow(prepared.operation(), ADATUM)).isEqualTo(prepared);
        assertThat(invoices.follow(prepared.operation(), ADATUM)).isEqualTo(prepared);
        var read = (Read) invoices.follow(prepared.operation(), ADATUM);
        assertThat(read.lines()).singleElement().satisfies(line -> {
            assertThat(line.chargeType()).isEqualTo("cycleFee");
            assertThat(line.cost()).isEqualByComparingTo("2604");
        });
        assertThat(((Read) invoices.follow(prepared.operation(), NOBODY)).lines())
                .isEmpty();
    }

    @Test
    void anInvoiceWithoutLinesIsSaidToHaveNone() {
        microsoft.invoices().exportTakes(0);
        var prepared = (Prepared) invoices.read(InvoiceSimulator.EMPTY, ADATUM);
        assertThat(invoices.follow(prepared.operation(), ADATUM))
                .isEqualTo(new Failed("Microsoft has no lines for this invoice."));
    }

    @Test
    void filesAreFetchedFromMicrosoftsMachinesOnly() {
        microsoft.invoices().exportTakes(0);
        var strict = invoices(".blob.core.windows.net");
        var prepared = (Prepared) strict.read(InvoiceSimulator.NEW_COMMERCE, ADATUM);
        assertThatThrownBy(() -> strict.follow(prepared.operation(), ADATUM))
                .isInstanceOf(ExportUnreadable.class)
                .hasMessageContaining("127.0.0.1")
                .hasMessageNotContaining("sig=");
    }

    @Test
    void aFileThatCannotBeReadIsSaidToBeUnreadable() {
        var files = new ExportedFiles(new InvoiceSettings("127.0.0.1", Duration.ofSeconds(10), 12));
        var manifest = new InvoiceWire.Manifest(
                URI.create(microsoft.address() + "/simulator"), null, List.of(new InvoiceWire.Blob("troubles")));
        assertThatThrownBy(() -> files.linesOf(manifest, ADATUM)).isInstanceOf(ExportUnreadable.class);
        var locked = new InvoiceWire.Manifest(
                URI.create(microsoft.address() + "/simulator/files/x"),
                "sig=old",
                List.of(new InvoiceWire.Blob("part.gz")));
        assertThatThrownBy(() -> files.linesOf(locked, ADATUM))
                .isInstanceOf(ExportUnreadable.class)
                .hasMessageContaining("403");
    }

    @Test
    void anInvoiceThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> invoices.read("G000000000", ADATUM)).isInstanceOf(MicrosoftRefused.class);
    }

    @Test
    void theCostStaysInTheInternalWords() {
        var line = new InvoiceLine(
                "6e7a", "Visio", "cycleFee", null, null, new BigDecimal("5.00"), new BigDecimal("71.25"), "EUR");
        assertThat(InvoiceWords.withCost("G1", List.of(line))).contains("5 pieces", "[partner's cost 71.25 EUR]");
        assertThat(InvoiceWords.withoutCost("G1", List.of(line)))
                .contains("5 pieces", "subscription 6e7a")
                .doesNotContain("71.25", "EUR", "cost");
    }

    private Invoices invoices(String fileHosts) {
        var settings = new InvoiceSettings(fileHosts, Duration.ofSeconds(10), 12);
        return new Invoices(
                Lines.to(microsoft), Lines.settings(microsoft.address()), settings, new ExportedFiles(settings));
    }
}

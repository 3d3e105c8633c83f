package io.casewright.invoice;

import java.net.URI;
import java.util.List;

/** How far the reading of an invoice's lines got. */
public sealed interface InvoiceReading {

    /** The lines of the customer; none when the invoice has none. */
    record Read(List<InvoiceLine> lines) implements InvoiceReading {}

    /**
     * Microsoft prepares them.
     *
     * @param operation where to ask for them
     */
    record Prepared(URI operation) implements InvoiceReading {}

    /**
     * Microsoft cannot give them.
     *
     * @param reason as a sentence
     */
    record Failed(String reason) implements InvoiceReading {}
}

package io.casewright.invoice;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of reading invoices.
 *
 * @param fileHosts end of the name of the machines that Microsoft's exported files are fetched from; no other is asked
 * @param fileTime how long the fetching of one file may take
 * @param shown how many of the latest invoices an agent can choose from
 */
@ConfigurationProperties("casewright.invoice")
record InvoiceSettings(
        @DefaultValue(".blob.core.windows.net") String fileHosts,
        @DefaultValue("PT1M") Duration fileTime,
        @DefaultValue("12") int shown) {}

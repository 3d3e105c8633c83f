package io.casewright.invoice;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.casewright.microsoft.MicrosoftJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Fetches the files of an export: lines of JSON, compressed, read one by one, so that an invoice of a large partner needs no memory.
 * They lie outside of Microsoft Graph and are opened by the key in their address, which is told nobody.
 */
@Component
class ExportedFiles {

    private static final JsonMapper JSON = MicrosoftJson.mapper();

    private final InvoiceSettings settings;
    private final RestClient http;

    ExportedFiles(InvoiceSettings settings) {
        this.settings = settings;
        var factory = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(settings.fileTime())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
        factory.setReadTimeout(settings.fileTime());
        this.http = RestClient.builder().requestFactory(factory).build();
    }

    /**
     * The lines of one customer; all others are passed over while reading.
     *
     * @throws ExportUnreadable when a file cannot be fetched now
     */
    List<InvoiceLine> linesOf(InvoiceWire.Manifest manifest, String tenantId) {
        URI root = manifest.rootDirectory();
        if (root == null || root.getHost() == null || !root.getHost().endsWith(settings.fileHosts())) {
            throw new ExportUnreadable(
                    "Microsoft's export lies on a machine that is not asked: %s. If it is Microsoft's, name it in casewright.invoice.file-hosts."
                            .formatted(root == null ? "none" : root.getHost()),
                    null);
        }
        var lines = new ArrayList<InvoiceLine>();
        for (var blob : Optional.ofNullable(manifest.blobs()).orElse(List.of())) {
            if (blob.name() != null) {
                lines.addAll(fetch(addressOf(root, blob.name(), manifest.sasToken()), tenantId));
            }
        }
        return List.copyOf(lines);
    }

    private static URI addressOf(URI root, String name, @Nullable String key) {
        return URI.create(
                root + "/" + URLEncoder.encode(name, UTF_8) + (key == null || key.isEmpty() ? "" : "?" + key));
    }

    private List<InvoiceLine> fetch(URI address, String tenantId) {
        try {
            return Optional.ofNullable(http.get().uri(address).exchange((request, response) -> {
                        if (response.getStatusCode().isError()) {
                            throw new ExportUnreadable(
                                    "Microsoft's export answered %s.".formatted(response.getStatusCode()), null);
                        }
                        return read(response.getBody(), tenantId);
                    }))
                    .orElse(List.of());
        } catch (RestClientException | UncheckedIOException e) {
            throw new ExportUnreadable("Microsoft's export could not be fetched.", e);
        }
    }

    private static List<InvoiceLine> read(InputStream compressed, String tenantId) throws IOException {
        var lines = new ArrayList<InvoiceLine>();
        try (var reader = new BufferedReader(new InputStreamReader(new GZIPInputStream(compressed), UTF_8))) {
            String text = reader.readLine();
            while (text != null) {
                if (!text.isBlank()) {
                    var each = JSON.readValue(text, InvoiceWire.ExportedLine.class);
                    if (tenantId.equalsIgnoreCase(each.customerId())) {
                        lines.add(each.line());
                    }
                }
                text = reader.readLine();
            }
        }
        return lines;
    }
}

package io.casewright.handoff.client;

import io.casewright.handoff.application.VendorDesk.Topic;
import io.casewright.handoff.client.AzureSupportWire.Named;
import io.casewright.handoff.client.AzureSupportWire.NamedPage;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** What an Azure ticket can be about: the problems of the services in the settings, kept for a day. */
@Component
class AzureTopics {

    private static final Duration FRESH = Duration.ofDays(1);
    private static final int LONGEST_NAME = 200;

    private final AzureLine line;
    private final AzureSupportSettings settings;
    private final KeptTopics kept;

    AzureTopics(AzureLine line, AzureSupportSettings settings, Clock clock) {
        this.line = line;
        this.settings = settings;
        this.kept = new KeptTopics(FRESH, clock);
    }

    List<Topic> of(String tenantId) {
        return kept.orRead(() -> read(tenantId));
    }

    private List<Topic> read(String tenantId) {
        return named(tenantId, "/providers/Microsoft.Support/services").stream()
                .filter(service -> settings.services().stream().anyMatch(nameOf(service)::equalsIgnoreCase))
                .flatMap(service -> named(
                                tenantId,
                                "/providers/Microsoft.Support/services/{service}/problemClassifications",
                                idOf(service))
                        .stream()
                        .map(problem -> new Topic(
                                String.valueOf(problem.id()),
                                DeskText.line(nameOf(service) + ": " + nameOf(problem), LONGEST_NAME))))
                .toList();
    }

    private List<Named> named(String tenantId, String path, Object... variables) {
        return line
                .all(AzureLine.get(tenantId, path, variables), NamedPage.class, NamedPage::value, NamedPage::nextLink)
                .stream()
                .filter(each -> each.id() != null && !nameOf(each).isEmpty())
                .toList();
    }

    private static String nameOf(Named named) {
        var words = named.properties();
        return words == null || words.displayName() == null ? "" : words.displayName();
    }

    /** The last part of what Azure calls the service. */
    private static String idOf(Named service) {
        String id = String.valueOf(service.id());
        return id.substring(id.lastIndexOf('/') + 1);
    }
}

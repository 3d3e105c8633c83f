package io.casewright.handoff.client;

import io.casewright.handoff.application.VendorDesk.Topic;
import io.casewright.handoff.client.ServiceRequestWire.Topics;
import io.casewright.microsoft.Api;
import io.casewright.microsoft.Call;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What a service request can be about: the same for all customers, and kept for some hours. */
@Component
class ServiceRequestTopics {

    private static final Duration FRESH = Duration.ofHours(6);
    private static final int LONGEST_NAME = 200;

    private final DeskLine line;
    private final KeptTopics kept;

    ServiceRequestTopics(DeskLine line, Clock clock) {
        this.line = line;
        this.kept = new KeptTopics(FRESH, clock);
    }

    List<Topic> of(String tenantId) {
        return kept.orRead(() -> read(tenantId));
    }

    private List<Topic> read(String tenantId) {
        var answer =
                line.ask(Call.get(Api.PARTNER_CENTER, tenantId, "/v1/servicerequests/supporttopics"), Topics.class);
        return Objects.requireNonNullElse(answer.content().items(), List.<ServiceRequestWire.Topic>of()).stream()
                .filter(topic -> topic.id() != null && topic.name() != null)
                .map(topic -> new Topic(String.valueOf(topic.id()), DeskText.line(topic.name(), LONGEST_NAME)))
                .toList();
    }
}

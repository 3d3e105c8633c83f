package io.casewright.casefile.pages;

import io.casewright.casefile.Words;
import io.casewright.casefile.application.ReadCaseFile.CaseFile;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Evidence;
import io.casewright.casefile.domain.TimelineEntry;
import io.casewright.casefile.pages.CaseFilePage.Fact;
import io.casewright.casefile.pages.CaseFilePage.Happening;
import io.casewright.casefile.pages.CaseFilePage.Letter;
import io.casewright.casefile.pages.CaseFilePage.Place;
import io.casewright.casefile.pages.CaseFilePage.Proof;
import io.casewright.casefile.pages.CaseFilePage.Waiting;
import io.casewright.message.CaseMessage;
import io.casewright.platform.engine.ProcessModels;
import io.casewright.platform.pages.Moments;
import io.casewright.task.Task;
import io.casewright.task.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Shows a case file in words. */
@Component
class CaseFilePages {

    private final ProcessModels models;
    private final Promises promises;
    private final Moments moments;
    private final Tasks tasks;

    CaseFilePages(ProcessModels models, Promises promises, Moments moments, Tasks tasks) {
        this.models = models;
        this.tasks = tasks;
        this.promises = promises;
        this.moments = moments;
    }

    CaseFilePage of(CaseFile file) {
        var found = file.supportCase();
        return new CaseFilePage(
                found.number().value(),
                found.request().subject(),
                Words.of(found.status()),
                found.status().name(),
                found.request().locale(),
                found.request().description(),
                found.question().orElse(null),
                found.findings().orElse(null),
                found.resolution().orElse(null),
                found.duplicateOf().map(CaseNumber::value).orElse(null),
                found.followUpOf().map(CaseNumber::value).orElse(null),
                found.endedAt().map(moments::of).orElse(null),
                promises.next(file),
                tasks.openOfCase(found.number().value()).stream()
                        .map(this::waiting)
                        .toList(),
                facts(file),
                promises.of(file),
                file.timeline().stream().map(this::happening).toList(),
                file.messages().stream().map(this::letter).toList(),
                file.evidence().stream().map(this::proof).toList(),
                place(file));
    }

    private Waiting waiting(Task task) {
        String step = models.labelOf(task.processId(), task.elementId());
        return new Waiting(
                task.id(),
                step == null ? "A step that no model names any more" : step,
                task.queue() == null ? null : Words.sentence(task.queue()),
                task.assignee());
    }

    private List<Fact> facts(CaseFile file) {
        var found = file.supportCase();
        var request = found.request();
        var requester = file.requester();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Customer", requester.customerName()));
        facts.add(new Fact("Contact", requester.contactName()));
        facts.add(new Fact("E-mail", requester.contactEmail()));
        facts.add(new Fact("Partner", requester.partnerName()));
        facts.add(new Fact("Product", Objects.requireNonNullElse(request.product(), "Not named")));
        facts.add(new Fact("Category", request.category() == null ? "Not known yet" : Words.of(request.category())));
        facts.add(new Fact("Severity", Words.of(found.severity())));
        facts.add(new Fact("Queue", Words.sentence(found.queue().group())));
        facts.add(new Fact("Received", "", moments.of(found.receivedAt())));
        if (request.affectedUsers() != null) {
            facts.add(new Fact("Affected users", request.affectedUsers().toString()));
        }
        if (request.region() != null) {
            facts.add(new Fact("Region", request.region()));
        }
        if (request.externalReference() != null) {
            facts.add(new Fact("Customer's reference", request.externalReference()));
        }
        found.knownIssue().ifPresent(issue -> facts.add(new Fact("Known issue", issue)));
        found.handOffCategory().ifPresent(reason -> facts.add(new Fact("Hand-off", Words.sentence(reason))));
        return facts;
    }

    private Happening happening(TimelineEntry entry) {
        String element = entry.elementId();
        return new Happening(
                moments.of(entry.recordedAt()),
                Words.of(entry.kind()),
                Words.of(entry.actor()),
                entry.actor().name(),
                element == null ? null : models.labelOf(CurrentStep.MODEL, element),
                entry.text());
    }

    private Letter letter(CaseMessage message) {
        return new Letter(
                moments.of(message.createdAt()),
                Words.wayOf(message),
                Words.sideOf(message),
                Words.of(message.kind()),
                message.authorName(),
                message.recipientName(),
                message.subject(),
                message.body(),
                Words.deliveryOf(message),
                message.failure());
    }

    private Proof proof(Evidence evidence) {
        return new Proof(
                moments.of(evidence.recordedAt()),
                Words.of(evidence.kind()),
                evidence.text(),
                evidence.role(),
                evidence.recordedBy());
    }

    private Place place(CaseFile file) {
        String element = CurrentStep.of(file.supportCase().status(), file.timeline());
        var been = file.timeline().stream()
                .map(TimelineEntry::elementId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var visited = models.placesIn(CurrentStep.MODEL, been, CurrentStep.isPastTriage(file.timeline()));
        String label = models.labelOf(CurrentStep.MODEL, element);
        return new Place(
                CurrentStep.MODEL,
                element,
                label == null ? Words.of(file.supportCase().status()) : label,
                String.join(" ", visited));
    }
}

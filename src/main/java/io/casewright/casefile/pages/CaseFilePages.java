package io.casewright.casefile.pages;

import io.casewright.casefile.Words;
import io.casewright.casefile.application.ReadCaseFile.CaseFile;
import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Evidence;
import io.casewright.casefile.domain.Queue;
import io.casewright.casefile.domain.TimelineEntry;
import io.casewright.casefile.pages.CaseFilePage.Fact;
import io.casewright.casefile.pages.CaseFilePage.Happening;
import io.casewright.casefile.pages.CaseFilePage.Letter;
import io.casewright.casefile.pages.CaseFilePage.Place;
import io.casewright.casefile.pages.CaseFilePage.Plan;
import io.casewright.casefile.pages.CaseFilePage.Proof;
import io.casewright.casefile.pages.CaseFilePage.Waiting;
import io.casewright.message.CaseMessage;
import io.casewright.platform.engine.ProcessModels;
import io.casewright.platform.pages.Moments;
import io.casewright.platform.pages.Texts;
import io.casewright.task.Task;
import io.casewright.task.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows a case file in words. */
@Component
class CaseFilePages {

    private final ProcessModels models;
    private final Promises promises;
    private final Moments moments;
    private final Tasks tasks;
    private final Texts texts;

    CaseFilePages(ProcessModels models, Promises promises, Moments moments, Tasks tasks, Texts texts) {
        this.texts = texts;
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
                texts.of(found.status()),
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
                plan(file),
                promises.of(file),
                file.timeline().stream().map(this::happening).toList(),
                file.messages().stream().map(this::letter).toList(),
                file.evidence().stream().map(this::proof).toList(),
                place(file));
    }

    private Waiting waiting(Task task) {
        String step = models.labelOf(task.processId(), task.elementId());
        String queue = task.queue();
        return new Waiting(
                task.id(),
                step == null ? texts.of("common.no-such-step") : texts.said(step),
                queue == null ? null : queueWords(queue),
                task.assignee());
    }

    private Plan plan(CaseFile file) {
        var told = file.told();
        return new Plan(
                file.plan().plan(),
                file.plan().number(),
                texts.of(
                        "case.plan-version", file.plan().planName(), file.plan().number()),
                told == null || told.at() == null ? null : moments.of(told.at()),
                file.site());
    }

    private List<Fact> facts(CaseFile file) {
        var found = file.supportCase();
        var request = found.request();
        var requester = file.requester();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(texts.of("fact.customer"), requester.customerName()));
        facts.add(new Fact(texts.of("fact.contact"), requester.contactName()));
        facts.add(new Fact(texts.of("fact.e-mail"), requester.contactEmail()));
        facts.add(new Fact(texts.of("fact.partner"), requester.partnerName()));
        facts.add(new Fact(
                texts.of("fact.product"), Objects.requireNonNullElse(request.product(), texts.of("fact.not-named"))));
        facts.add(new Fact(
                texts.of("fact.category"),
                request.category() == null ? texts.of("fact.not-known-yet") : texts.of(request.category())));
        facts.add(new Fact(texts.of("fact.severity"), texts.of(found.severity())));
        facts.add(new Fact(texts.of("fact.queue"), texts.of(found.queue())));
        facts.add(new Fact(texts.of("fact.received"), "", moments.of(found.receivedAt())));
        if (request.affectedUsers() != null) {
            facts.add(new Fact(
                    texts.of("fact.affected-users"), request.affectedUsers().toString()));
        }
        if (request.region() != null) {
            facts.add(new Fact(texts.of("fact.region"), request.region()));
        }
        if (request.externalReference() != null) {
            facts.add(new Fact(texts.of("fact.customers-reference"), request.externalReference()));
        }
        found.knownIssue().ifPresent(issue -> facts.add(new Fact(texts.of("fact.known-issue"), issue)));
        found.handOffCategory()
                .ifPresent(reason ->
                        facts.add(new Fact(texts.of("fact.hand-off"), texts.ofName("HandOffCategory", reason))));
        return facts;
    }

    private String queueWords(String group) {
        var queue = Queue.ofGroup(group);
        return queue == null ? Words.sentence(group) : texts.of(queue);
    }

    private @Nullable String stepOf(String element) {
        String label = models.labelOf(CurrentStep.MODEL, element);
        return label == null ? null : texts.said(label);
    }

    private Happening happening(TimelineEntry entry) {
        String element = entry.elementId();
        return new Happening(
                moments.of(entry.recordedAt()),
                texts.of(entry.kind()),
                texts.of(entry.actor().kind()),
                entry.actor().name(),
                element == null ? null : stepOf(element),
                entry.actor().kind() == Actor.Kind.SYSTEM ? saidOrNull(entry.text()) : entry.text());
    }

    /** What no person wrote. */
    private @Nullable String saidOrNull(@Nullable String english) {
        return english == null ? null : texts.said(english);
    }

    private Letter letter(CaseMessage message) {
        var text = Words.partedOf(message);
        return new Letter(
                moments.of(message.createdAt()),
                texts.of(Words.wayOf(message)),
                Words.sideOf(message),
                texts.of(message.kind()),
                message.authorName(),
                message.recipientName(),
                message.subject(),
                text.own(),
                text.history(),
                message.delivery() == null ? null : texts.of(message.delivery()),
                saidOrNull(message.failure()));
    }

    private Proof proof(Evidence evidence) {
        return new Proof(
                moments.of(evidence.recordedAt()),
                texts.of(evidence.kind()),
                evidence.recordedBy() == null ? texts.said(evidence.text()) : evidence.text(),
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
        String label = stepOf(element);
        return new Place(
                CurrentStep.MODEL,
                element,
                label == null ? texts.of(file.supportCase().status()) : label,
                String.join(" ", visited));
    }
}

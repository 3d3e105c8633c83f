package io.casewright.desk.pages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.casewright.access.Person;
import io.casewright.casefile.PromiseWords;
import io.casewright.casefile.Words;
import io.casewright.casefile.domain.CaseStatus;
import io.casewright.casefile.domain.Severity;
import io.casewright.customer.ContactBook;
import io.casewright.desk.application.KeepDrafts;
import io.casewright.desk.application.ReadDesk;
import io.casewright.desk.application.ReadTaskFile.Around;
import io.casewright.desk.application.ReadTaskFile.TaskFile;
import io.casewright.desk.application.WorkOnTask;
import io.casewright.desk.domain.Colleague;
import io.casewright.desk.domain.DeskTicket;
import io.casewright.desk.domain.DeskView;
import io.casewright.desk.pages.DeskPage.Choice;
import io.casewright.desk.pages.TaskPage.Fact;
import io.casewright.desk.pages.TaskPage.Other;
import io.casewright.desk.pages.TaskPage.Solved;
import io.casewright.desk.pages.TaskPage.Ticket;
import io.casewright.platform.pages.Moment;
import io.casewright.platform.pages.Moments;
import io.casewright.platform.pages.Texts;
import io.casewright.task.FormWords;
import io.casewright.task.Task;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Shows a task in words. */
@Component
class TaskPages {

    private static final TypeReference<Map<String, Object>> ANSWERS = new TypeReference<>() {};

    private final ReadDesk desk;
    private final WorkOnTask work;
    private final KeepDrafts drafts;
    private final DeskPages pages;
    private final MessageLines messageLines;
    private final Moments moments;
    private final ObjectMapper json;
    private final Texts texts;
    private final FormWords formWords;
    private final PromiseWords promises;

    TaskPages(
            ReadDesk desk,
            WorkOnTask work,
            KeepDrafts drafts,
            DeskPages pages,
            MessageLines messageLines,
            Moments moments,
            ObjectMapper json,
            Texts texts,
            FormWords formWords,
            PromiseWords promises) {
        this.promises = promises;
        this.texts = texts;
        this.formWords = formWords;
        this.desk = desk;
        this.work = work;
        this.drafts = drafts;
        this.pages = pages;
        this.messageLines = messageLines;
        this.moments = moments;
        this.json = json;
    }

    TaskPage of(TaskFile file, DeskView view, Person person) {
        Task task = file.task();
        Around around = file.around();
        var colleagues = desk.colleagues();
        String mayNot = work.whyNot(task, person);
        String end = work.endOf(task);
        Instant due = around == null ? task.due() : around.due();
        return new TaskPage(
                task.id(),
                numberOf(task),
                pages.stepOf(task.processId(), task.elementId()),
                around == null ? "" : around.file().supportCase().request().subject(),
                around == null ? "en" : around.file().supportCase().request().locale(),
                around == null ? null : "/cases/" + task.caseNumber(),
                DeskAddress.of(view),
                DeskAddress.query(view),
                end,
                task.assignee() == null ? null : nameOf(task.assignee(), colleagues),
                person.login().equals(task.assignee()),
                end == null && mayNot == null,
                mayNot,
                pages.queueWords(task.queue()),
                around == null ? "" : texts.of(around.file().supportCase().severity()),
                around == null ? "" : texts.of(around.file().supportCase().status()),
                moment(due),
                due != null && moments.isOver(due) ? "late" : "open",
                around == null
                        ? null
                        : promises.lineOf(around.file().promises()).orElse(null),
                around == null ? shownBy(task) : facts(around),
                around == null ? null : around.file().supportCase().request().description(),
                around == null ? List.of() : messageLines.of(around.file().messages()),
                around == null ? List.of() : others(around),
                around == null ? List.of() : similar(around),
                around == null ? List.of() : tickets(around),
                end == null ? Map.of() : draftOf(task, person),
                colleagues.stream()
                        .filter(colleague -> colleague.mayTake(task.queue()))
                        .map(colleague -> new Choice(
                                colleague.login(),
                                colleague.name(),
                                colleague.login().equals(person.login())))
                        .toList(),
                pages.queues(task.queue()));
    }

    private String numberOf(Task task) {
        return Objects.requireNonNullElse(
                task.caseNumber(), Objects.requireNonNullElse(task.reference(), pages.taskWords(task.id())));
    }

    private @Nullable Moment moment(@Nullable Instant instant) {
        return instant == null ? null : moments.of(instant);
    }

    private static String nameOf(String login, List<Colleague> colleagues) {
        return colleagues.stream()
                .filter(colleague -> colleague.login().equals(login))
                .map(Colleague::name)
                .findFirst()
                .orElse(login);
    }

    private List<Fact> facts(Around around) {
        var request = around.file().supportCase().request();
        ContactBook.Card card = around.contact();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(texts.of("fact.customer"), card.customerName(), null));
        facts.add(new Fact(
                texts.of("fact.plan"), card.plan() + ", " + texts.ofName("Charging.Model", card.charging()), null));
        facts.add(new Fact(texts.of("fact.service-hours"), card.serviceHours(), null));
        facts.add(new Fact(texts.of("fact.contact"), card.name(), null));
        facts.add(new Fact(texts.of("fact.language"), languageOf(request.locale()), null));
        facts.add(
                card.phone() == null
                        ? new Fact(texts.of("fact.telephone"), texts.of("fact.not-known"), null)
                        : new Fact(
                                texts.of("fact.telephone"),
                                card.phone(),
                                "tel:" + card.phone().replaceAll("[^+0-9]", "")));
        facts.add(new Fact(texts.of("fact.e-mail"), card.email(), null));
        facts.add(new Fact(
                texts.of("fact.product"),
                Objects.requireNonNullElse(request.product(), texts.of("fact.not-named")),
                null));
        facts.add(new Fact(
                texts.of("fact.category"),
                request.category() == null ? texts.of("fact.not-known-yet") : texts.of(request.category()),
                null));
        if (request.affectedUsers() != null) {
            facts.add(new Fact(
                    texts.of("fact.affected-users"), request.affectedUsers().toString(), null));
        }
        if (request.region() != null) {
            facts.add(new Fact(texts.of("fact.region"), request.region(), null));
        }
        if (request.externalReference() != null) {
            facts.add(new Fact(texts.of("fact.customers-reference"), request.externalReference(), null));
        }
        facts.add(new Fact(
                texts.of("fact.delivery"),
                texts.ofName("Customer.DeliveryModel", card.deliveryModel()) + ", " + card.partnerName(),
                null));
        around.file()
                .supportCase()
                .knownIssue()
                .ifPresent(issue -> facts.add(new Fact(texts.of("fact.known-issue"), issue, null)));
        return facts;
    }

    /** A task of no single case says by itself what it is about; its form shows the rest. */
    private List<Fact> shownBy(Task task) {
        return task.reference() == null ? List.of() : List.of(new Fact(texts.of("fact.about"), task.reference(), null));
    }

    private static String languageOf(String tag) {
        String name = Locale.forLanguageTag(tag).getDisplayName(LocaleContextHolder.getLocale());
        return name.isEmpty() ? tag : name;
    }

    /** Messages as the Desk shows them. */
    private List<Other> others(Around around) {
        return around.others().stream()
                .map(other -> new Other(
                        other.number(),
                        other.subject(),
                        texts.of(CaseStatus.valueOf(other.status())),
                        texts.of(Severity.valueOf(other.severity()))))
                .toList();
    }

    private static List<Solved> similar(Around around) {
        return around.similar().stream()
                .map(found -> new Solved(found.number(), found.subject(), found.resolution()))
                .toList();
    }

    private List<Ticket> tickets(Around around) {
        return around.tickets().stream().map(this::ticket).toList();
    }

    private Ticket ticket(DeskTicket ticket) {
        return new Ticket(
                ticket.reference(),
                ticket.vendorNumber(),
                texts.ofName("Target", ticket.target()),
                texts.ofName("VendorTicket.State", ticket.state()),
                ticket.title(),
                moment(ticket.openedAt()),
                ticket.lastNote());
    }

    private Map<String, String> draftOf(Task task, Person person) {
        return drafts.find(task.id(), person)
                .map(draft -> {
                    try {
                        return json.readValue(draft.answers(), ANSWERS).entrySet().stream()
                                .filter(answer -> answer.getValue() != null
                                        && !answer.getValue().toString().isBlank())
                                .collect(Collectors.toMap(
                                        answer -> spoken(answer.getKey()),
                                        answer -> answer.getValue().toString(),
                                        (one, other) -> one + "\n" + other,
                                        LinkedHashMap::new));
                    } catch (JsonProcessingException e) {
                        throw new IllegalStateException("The draft of task " + task.id() + " cannot be read", e);
                    }
                })
                .map(answers -> (Map<String, String>) answers)
                .orElse(Map.of());
    }

    /** As its form calls it; a field that no form has any more is its name: {@code resolutionText} is "Resolution text". */
    private String spoken(String field) {
        return formWords
                .ofField(field)
                .map(texts::said)
                .orElseGet(() -> Words.sentence(field.replaceAll("([a-z0-9])([A-Z])", "$1 $2")));
    }
}

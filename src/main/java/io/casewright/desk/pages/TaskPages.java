package io.casewright.desk.pages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.casewright.access.Person;
import io.casewright.casefile.Words;
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
import io.casewright.desk.pages.TaskPage.Letter;
import io.casewright.desk.pages.TaskPage.Other;
import io.casewright.desk.pages.TaskPage.Solved;
import io.casewright.desk.pages.TaskPage.Ticket;
import io.casewright.message.CaseMessage;
import io.casewright.platform.pages.Moment;
import io.casewright.platform.pages.Moments;
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
import org.springframework.stereotype.Component;

/** Shows a task in words. */
@Component
class TaskPages {

    private static final TypeReference<Map<String, Object>> ANSWERS = new TypeReference<>() {};

    private final ReadDesk desk;
    private final WorkOnTask work;
    private final KeepDrafts drafts;
    private final DeskPages pages;
    private final Moments moments;
    private final ObjectMapper json;

    TaskPages(ReadDesk desk, WorkOnTask work, KeepDrafts drafts, DeskPages pages, Moments moments, ObjectMapper json) {
        this.desk = desk;
        this.work = work;
        this.drafts = drafts;
        this.pages = pages;
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
                DeskPages.queueWords(task.queue()),
                around == null ? "" : Words.of(around.file().supportCase().severity()),
                around == null ? "" : Words.of(around.file().supportCase().status()),
                moment(due),
                due != null && moments.isOver(due) ? "late" : "open",
                around == null ? shownBy(task) : facts(around),
                around == null ? null : around.file().supportCase().request().description(),
                around == null ? List.of() : messages(around),
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
                DeskPages.queues(task.queue()));
    }

    private static String numberOf(Task task) {
        return Objects.requireNonNullElse(
                task.caseNumber(), Objects.requireNonNullElse(task.reference(), "Task " + task.id()));
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

    private static List<Fact> facts(Around around) {
        var request = around.file().supportCase().request();
        ContactBook.Card card = around.contact();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Customer", card.customerName(), null));
        facts.add(new Fact("Plan", card.plan() + ", " + lower(card.charging()), null));
        facts.add(new Fact("Service hours", card.serviceHours(), null));
        facts.add(new Fact("Contact", card.name(), null));
        facts.add(new Fact("Language", languageOf(request.locale()), null));
        facts.add(
                card.phone() == null
                        ? new Fact("Telephone", "Not known", null)
                        : new Fact(
                                "Telephone", card.phone(), "tel:" + card.phone().replaceAll("[^+0-9]", "")));
        facts.add(new Fact("E-mail", card.email(), null));
        facts.add(new Fact("Product", Objects.requireNonNullElse(request.product(), "Not named"), null));
        facts.add(new Fact(
                "Category", request.category() == null ? "Not known yet" : Words.of(request.category()), null));
        if (request.affectedUsers() != null) {
            facts.add(new Fact("Affected users", request.affectedUsers().toString(), null));
        }
        if (request.region() != null) {
            facts.add(new Fact("Region", request.region(), null));
        }
        if (request.externalReference() != null) {
            facts.add(new Fact("Customer's reference", request.externalReference(), null));
        }
        facts.add(new Fact("Delivery", Words.sentence(card.deliveryModel()) + ", " + card.partnerName(), null));
        around.file().supportCase().knownIssue().ifPresent(issue -> facts.add(new Fact("Known issue", issue, null)));
        return facts;
    }

    /** A task of no single case says by itself what it is about; its form shows the rest. */
    private static List<Fact> shownBy(Task task) {
        return task.reference() == null ? List.of() : List.of(new Fact("About", task.reference(), null));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String languageOf(String tag) {
        String name = Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH);
        return name.isEmpty() ? tag : name;
    }

    private List<Letter> messages(Around around) {
        return around.file().messages().stream().map(this::letter).toList();
    }

    private Letter letter(CaseMessage message) {
        return new Letter(
                moments.of(message.createdAt()),
                Words.wayOf(message),
                Words.sideOf(message),
                Words.of(message.kind()),
                message.authorName(),
                message.subject(),
                message.body(),
                message.failure());
    }

    private static List<Other> others(Around around) {
        return around.others().stream()
                .map(other -> new Other(
                        other.number(),
                        other.subject(),
                        Words.of(io.casewright.casefile.domain.CaseStatus.valueOf(other.status())),
                        Words.sentence(other.severity())))
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
                Words.sentence(ticket.target()),
                Words.sentence(ticket.state()),
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

    /** {@code resolutionText} is "Resolution text". */
    private static String spoken(String field) {
        return Words.sentence(field.replaceAll("([a-z0-9])([A-Z])", "$1 $2"));
    }
}

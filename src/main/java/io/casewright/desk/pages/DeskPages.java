package io.casewright.desk.pages;

import io.casewright.access.Person;
import io.casewright.casefile.Words;
import io.casewright.casefile.domain.CaseStatus;
import io.casewright.casefile.domain.Queue;
import io.casewright.casefile.domain.Severity;
import io.casewright.desk.application.AskColleague;
import io.casewright.desk.application.DeskRights;
import io.casewright.desk.application.ReadDesk;
import io.casewright.desk.domain.Colleague;
import io.casewright.desk.domain.DeskColumn;
import io.casewright.desk.domain.DeskCounts;
import io.casewright.desk.domain.DeskList;
import io.casewright.desk.domain.DeskRow;
import io.casewright.desk.domain.DeskRows;
import io.casewright.desk.domain.DeskView;
import io.casewright.desk.pages.DeskPage.Choice;
import io.casewright.desk.pages.DeskPage.Column;
import io.casewright.desk.pages.DeskPage.Filters;
import io.casewright.desk.pages.DeskPage.Row;
import io.casewright.desk.pages.DeskPage.Tab;
import io.casewright.platform.engine.ProcessModels;
import io.casewright.platform.pages.Moments;
import io.casewright.platform.pages.Texts;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows a list in words. */
@Component
class DeskPages {

    static final int PAGE_SIZE = 50;

    private final ReadDesk desk;
    private final AskColleague askColleague;
    private final ProcessModels models;
    private final Moments moments;
    private final Texts texts;

    DeskPages(ReadDesk desk, AskColleague askColleague, ProcessModels models, Moments moments, Texts texts) {
        this.texts = texts;
        this.desk = desk;
        this.askColleague = askColleague;
        this.models = models;
        this.moments = moments;
    }

    DeskPage of(DeskView view, Person person) {
        var look = desk.look(view, person, PAGE_SIZE);
        var found = look.rows();
        var colleagues = desk.colleagues();
        Map<String, String> names = colleagues.stream().collect(Collectors.toMap(Colleague::login, Colleague::name));
        String query = DeskAddress.query(view);
        int pages = (int) Math.max(1, (found.total() + PAGE_SIZE - 1) / PAGE_SIZE);
        return new DeskPage(
                DeskAddress.of(view),
                query,
                texts.of(view.list()),
                tabs(view, look.counts()),
                askColleague.countAskedOf(person),
                Arrays.stream(DeskColumn.values())
                        .map(column -> column(view, column))
                        .toList(),
                found.rows().stream().map(row -> row(row, person, names, query)).toList(),
                found.total(),
                view.isFiltered() && found.total() == DeskRows.MOST_COUNTED,
                found.isPartial() ? texts.of("list.too-many", DeskRows.MOST_SEARCHED) : null,
                view.page(),
                pages,
                view.page() > 1 ? DeskAddress.of(view.on(Math.min(view.page() - 1, pages))) : null,
                view.page() < pages ? DeskAddress.of(view.on(view.page() + 1)) : null,
                everywhere(view),
                view.isFiltered() ? DeskAddress.of(DeskView.of(view.list())) : null,
                filters(view, colleagues),
                DeskRights.acts(person),
                colleagues.stream()
                        .filter(Colleague::acts)
                        .map(colleague -> new Choice(colleague.login(), colleague.name(), false))
                        .toList());
    }

    /** What a task is called where it has no row: the case and the step. */
    String nameOf(long taskId) {
        return desk.task(taskId)
                .map(task -> Objects.requireNonNullElse(task.caseNumber(), taskWords(taskId)) + ", "
                        + stepOf(task.processId(), task.elementId()))
                .orElse(taskWords(taskId));
    }

    String stepOf(String processId, String elementId) {
        String label = models.labelOf(processId, elementId);
        return label == null ? texts.of("common.no-such-step") : texts.said(label);
    }

    /** What a task without a case is called. */
    String taskWords(long taskId) {
        return texts.of("common.task", Long.toString(taskId));
    }

    /** A search goes along from list to list; other filters stay where they were made. */
    private List<Tab> tabs(DeskView view, DeskCounts counts) {
        return Arrays.stream(DeskList.values())
                .map(list -> new Tab(
                        DeskAddress.word(list),
                        texts.of(list),
                        DeskAddress.of(
                                new DeskView(list, DeskColumn.PROMISE, false, null, null, null, null, view.text(), 1)),
                        counts.of(list),
                        list == view.list()))
                .toList();
    }

    private Column column(DeskView view, DeskColumn column) {
        boolean isSorted = view.sort() == column;
        return new Column(
                DeskAddress.word(column),
                texts.of(column),
                DeskAddress.of(view.sortedBy(column, isSorted ? !view.descending() : column == DeskColumn.WORD)),
                isSorted ? (view.descending() ? "descending" : "ascending") : "none");
    }

    private Row row(DeskRow row, Person person, Map<String, String> names, String query) {
        String step = row.elementId() == null
                ? row.status() == null ? "" : texts.of(CaseStatus.valueOf(row.status()))
                : stepOf(Objects.requireNonNullElse(row.processId(), ""), row.elementId());
        String number = row.number() != null
                ? row.number()
                : Objects.requireNonNullElse(row.reference(), row.taskId() == null ? "" : taskWords(row.taskId()));
        String subject = Objects.requireNonNullElse(row.subject(), "");
        return new Row(
                row.taskId(),
                row.taskId() == null
                        ? "/cases/" + number
                        : "/desk/tasks/" + row.taskId() + "?from=" + URLEncoder.encode(query, StandardCharsets.UTF_8),
                number,
                number + ", " + step,
                Objects.requireNonNullElse(row.customer(), ""),
                subject,
                step,
                row.severity() == null ? "" : texts.of(Severity.valueOf(row.severity())),
                row.due() == null ? null : moments.of(row.due()),
                row.due() != null && moments.isOver(row.due()) ? "late" : "open",
                queueWords(row.queue()),
                row.assignee() == null ? "" : names.getOrDefault(row.assignee(), row.assignee()),
                person.login().equals(row.assignee()),
                row.customerWroteAt() == null ? null : moments.of(row.customerWroteAt()),
                row.isNews());
    }

    /** Empty for no queue. */
    String queueWords(@Nullable String group) {
        if (group == null) {
            return "";
        }
        var queue = Queue.ofGroup(group);
        return queue == null ? Words.sentence(group) : texts.of(queue);
    }

    private static @Nullable String everywhere(DeskView view) {
        return view.text().isEmpty() || view.list() == DeskList.ALL
                ? null
                : DeskAddress.of(
                        new DeskView(DeskList.ALL, DeskColumn.PROMISE, false, null, null, null, null, view.text(), 1));
    }

    private Filters filters(DeskView view, List<Colleague> colleagues) {
        var assignees = new ArrayList<Choice>();
        assignees.add(
                new Choice(DeskView.NOBODY, texts.of("list.nobody-has-it"), DeskView.NOBODY.equals(view.assignee())));
        colleagues.stream()
                .filter(Colleague::acts)
                .map(colleague -> new Choice(
                        colleague.login(), colleague.name(), colleague.login().equals(view.assignee())))
                .forEach(assignees::add);
        return new Filters(
                DeskAddress.word(view.list()),
                (view.descending() ? "-" : "") + DeskAddress.word(view.sort()),
                view.text(),
                Objects.requireNonNullElse(view.customer(), ""),
                queues(view.queue()),
                Arrays.stream(Severity.values())
                        .map(severity -> new Choice(
                                DeskAddress.word(severity),
                                texts.of(severity),
                                severity.name().equals(view.severity())))
                        .toList(),
                assignees);
    }

    List<Choice> queues(@Nullable String chosen) {
        return Arrays.stream(Queue.values())
                .map(queue ->
                        new Choice(queue.group(), texts.of(queue), queue.group().equals(chosen)))
                .toList();
    }
}

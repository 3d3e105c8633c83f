package io.casewright.desk.pages;

import io.casewright.access.Person;
import io.casewright.casefile.Words;
import io.casewright.casefile.domain.CaseStatus;
import io.casewright.casefile.domain.Queue;
import io.casewright.casefile.domain.Severity;
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

    private static final String TOO_MANY =
            "More than %,d cases have these words; only the newest of them are shown.".formatted(DeskRows.MOST_SEARCHED)
                    + " Another word finds more exactly.";

    private final ReadDesk desk;
    private final ProcessModels models;
    private final Moments moments;

    DeskPages(ReadDesk desk, ProcessModels models, Moments moments) {
        this.desk = desk;
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
                title(view.list()),
                tabs(view, look.counts()),
                Arrays.stream(DeskColumn.values())
                        .map(column -> column(view, column))
                        .toList(),
                found.rows().stream().map(row -> row(row, person, names, query)).toList(),
                found.total(),
                view.isFiltered() && found.total() == DeskRows.MOST_COUNTED,
                found.isPartial() ? TOO_MANY : null,
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
                .map(task -> Objects.requireNonNullElse(task.caseNumber(), "Task " + taskId) + ", "
                        + stepOf(task.processId(), task.elementId()))
                .orElse("Task " + taskId);
    }

    String stepOf(String processId, String elementId) {
        return Objects.requireNonNullElse(models.labelOf(processId, elementId), "Step that no model names any more");
    }

    static String title(DeskList list) {
        return switch (list) {
            case MINE -> "Mine";
            case QUEUES -> "My queues";
            case OVERDUE -> "Overdue";
            case WAITING -> "Waiting on others";
            case ALL -> "All";
        };
    }

    /** A search goes along from list to list; other filters stay where they were made. */
    private static List<Tab> tabs(DeskView view, DeskCounts counts) {
        return Arrays.stream(DeskList.values())
                .map(list -> new Tab(
                        DeskAddress.word(list),
                        title(list),
                        DeskAddress.of(
                                new DeskView(list, DeskColumn.PROMISE, false, null, null, null, null, view.text(), 1)),
                        counts.of(list),
                        list == view.list()))
                .toList();
    }

    private static Column column(DeskView view, DeskColumn column) {
        boolean isSorted = view.sort() == column;
        String words = switch (column) {
            case PROMISE -> "Next promise";
            case NUMBER -> "Number";
            case CUSTOMER -> "Customer";
            case SUBJECT -> "Subject";
            case STEP -> "Step";
            case SEVERITY -> "Severity";
            case QUEUE -> "Queue";
            case ASSIGNEE -> "Assignee";
            case WORD -> "Customer wrote";
        };
        return new Column(
                DeskAddress.word(column),
                words,
                DeskAddress.of(view.sortedBy(column, isSorted ? !view.descending() : column == DeskColumn.WORD)),
                isSorted ? (view.descending() ? "descending" : "ascending") : "none");
    }

    private Row row(DeskRow row, Person person, Map<String, String> names, String query) {
        String step = row.elementId() == null
                ? row.status() == null ? "" : Words.of(CaseStatus.valueOf(row.status()))
                : stepOf(Objects.requireNonNullElse(row.processId(), ""), row.elementId());
        String number = row.number() != null
                ? row.number()
                : Objects.requireNonNullElse(row.reference(), row.taskId() == null ? "" : "Task " + row.taskId());
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
                row.severity() == null ? "" : Words.of(Severity.valueOf(row.severity())),
                row.due() == null ? null : moments.of(row.due()),
                row.due() != null && moments.isOver(row.due()) ? "late" : "open",
                queueWords(row.queue()),
                row.assignee() == null ? "" : names.getOrDefault(row.assignee(), row.assignee()),
                person.login().equals(row.assignee()),
                row.customerWroteAt() == null ? null : moments.of(row.customerWroteAt()),
                row.isNews());
    }

    static String queueWords(@Nullable String queue) {
        return queue == null ? "" : Words.sentence(queue);
    }

    private static @Nullable String everywhere(DeskView view) {
        return view.text().isEmpty() || view.list() == DeskList.ALL
                ? null
                : DeskAddress.of(
                        new DeskView(DeskList.ALL, DeskColumn.PROMISE, false, null, null, null, null, view.text(), 1));
    }

    private static Filters filters(DeskView view, List<Colleague> colleagues) {
        var assignees = new ArrayList<Choice>();
        assignees.add(new Choice(DeskView.NOBODY, "Nobody", DeskView.NOBODY.equals(view.assignee())));
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
                                Words.of(severity),
                                severity.name().equals(view.severity())))
                        .toList(),
                assignees);
    }

    static List<Choice> queues(@Nullable String chosen) {
        return Arrays.stream(Queue.values())
                .map(queue -> new Choice(
                        queue.group(), queueWords(queue.group()), queue.group().equals(chosen)))
                .toList();
    }
}

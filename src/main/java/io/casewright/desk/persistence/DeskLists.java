package io.casewright.desk.persistence;

import io.casewright.access.Person;
import io.casewright.desk.domain.DeskColumn;
import io.casewright.desk.domain.DeskCounts;
import io.casewright.desk.domain.DeskList;
import io.casewright.desk.domain.DeskRow;
import io.casewright.desk.domain.DeskRows;
import io.casewright.desk.domain.DeskView;
import io.casewright.desk.persistence.DeskSearch.Meaning;
import io.casewright.platform.engine.ProcessModels;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The lists of the Desk: one query for the rows of a page, and one for how long all lists are. */
@Component
public class DeskLists {

    private static final String OF_TASKS = """
            FROM user_task t
            LEFT JOIN desk_case d ON d.number = t.case_number%s
            WHERE t.state = 'OPEN'""";

    private static final String OF_CASES = """
            FROM desk_case d%s
            LEFT JOIN user_task t ON t.case_number = d.number AND t.state = 'OPEN'
            WHERE TRUE""";

    /** A task that belongs to no single case was not promised to anybody; its own time counts. */
    private static final String DUE = "IF(d.case_id IS NULL, t.due, d.promise_due)";

    private static final String PRIORITY =
            "COALESCE(t.priority, FIELD(d.severity, 'MINIMAL', 'MODERATE', 'CRITICAL') * 30)";

    private static final String WAITING =
            "('WAITING_FOR_CUSTOMER', 'WAITING_FOR_SERVICE_INCIDENT', 'HANDED_OFF', 'RESOLVED')";

    /**
     * Once all cases of this person, in memory: to look into the tasks of every case that waits takes three times as long. What this
     * person did in the years before the oldest of them is left out.
     */
    private static final String WAITS = """
            d.status IN %1$s
            AND t.id IS NULL
            AND d.number IN (SELECT /*+ SUBQUERY(MATERIALIZATION) */ m.case_number FROM user_task m
                             WHERE m.completed_by = :login
                             AND m.case_number >= (SELECT MIN(o.number) FROM desk_case o WHERE o.status IN %1$s))
            AND (SELECT w.completed_by FROM user_task w WHERE w.state = 'COMPLETED' AND w.case_number = d.number
                 ORDER BY w.id DESC LIMIT 1) = :login""".formatted(WAITING);

    private static final String IN_QUEUES = "t.queue IN (:queues) AND t.assignee IS NULL";

    /** The open tasks are read once for all lists of tasks. */
    private static final String COUNTS = """
            SELECT COUNT(*) AS whole, SUM(t.assignee = :login) AS mine, SUM(%s) AS queues,
                   SUM(IF(t.case_number IS NULL, t.due < :now,
                          t.case_number IN (SELECT /*+ SUBQUERY(MATERIALIZATION) */ p.number FROM desk_case p
                                            WHERE p.promise_due < :now))) AS overdue,
                   (SELECT COUNT(*) FROM desk_case d
                    LEFT JOIN user_task t ON t.case_number = d.number AND t.state = 'OPEN' WHERE %s) AS waiting
            FROM user_task t WHERE t.state = 'OPEN'""".formatted(IN_QUEUES, WAITS);

    /** Late first, the most urgent of it before the rest; then what is due next, where the time left of a critical case counts for less. */
    private static final List<String> URGENCY = List.of(
            DUE + " IS NULL",
            DUE + " >= :now",
            "IF(" + DUE + " < :now, -" + PRIORITY + ", TIMESTAMPDIFF(SECOND, :now, " + DUE + ") * (110 - " + PRIORITY
                    + "))",
            DUE,
            PRIORITY + " DESC");

    /** One more than are looked through tells that there are more. */
    private static final String NEWEST = " LIMIT " + (DeskRows.MOST_SEARCHED + 1);

    /** First which rows, by what lies in indexes; then what these say. */
    private static final String ROWS = """
            SELECT t.id, COALESCE(d.number, t.case_number) AS number, t.reference,
                   COALESCE(d.customer_name, JSON_UNQUOTE(t.shown->'$.mailSender')) AS customer_name,
                   COALESCE(d.subject, JSON_UNQUOTE(t.shown->'$.subject'), JSON_UNQUOTE(t.shown->'$.mailSubject'),
                            CONCAT_WS(', ', JSON_UNQUOTE(t.shown->'$.planName'), JSON_UNQUOTE(t.shown->'$.majorCaseService'),
                                      JSON_UNQUOTE(t.shown->'$.majorCaseRegion'))) AS subject,
                   t.process_id, t.element_id, d.severity, d.status, %s AS due, COALESCE(t.queue, d.queue) AS queue,
                   t.assignee, d.customer_wrote_at, d.customer_wrote_at > COALESCE(d.answered_at, '1970-01-01') AS news
            FROM (SELECT t.id, d.case_id %%s%%s LIMIT :size OFFSET :offset) page
            LEFT JOIN user_task t ON t.id = page.id
            LEFT JOIN desk_case d ON d.case_id = page.case_id
            %%s""".formatted(DUE);

    private final JdbcClient database;
    private final DeskSearch search;
    private final Clock clock;
    private final Map<DeskColumn, String> columns;

    DeskLists(JdbcClient database, DeskSearch search, ProcessModels models, Clock clock) {
        this.database = database;
        this.search = search;
        this.clock = clock;
        this.columns = Map.of(
                DeskColumn.PROMISE, DUE,
                DeskColumn.NUMBER, "COALESCE(d.number, t.case_number)",
                DeskColumn.CUSTOMER, "d.customer_name",
                DeskColumn.SUBJECT, "d.subject",
                DeskColumn.STEP, "NULLIF(FIELD(t.element_id, " + elementsByLabel(models) + "), 0)",
                DeskColumn.SEVERITY, "NULLIF(FIELD(d.severity, 'CRITICAL', 'MODERATE', 'MINIMAL'), 0)",
                DeskColumn.QUEUE, "COALESCE(t.queue, d.queue)",
                DeskColumn.ASSIGNEE, "t.assignee",
                DeskColumn.WORD, "d.customer_wrote_at");
    }

    /**
     * The rows of a page.
     *
     * @param counts how long the lists are, which is told of a list that is looked at whole
     */
    public DeskRows find(DeskView view, Person person, int size, Supplier<DeskCounts> counts) {
        var parameters = parameters(person);
        var meant = meaning(view);
        if (meant == null && !view.text().isEmpty()) {
            return new DeskRows(List.of(), 0, false);
        }
        String from = from(view, meant, parameters);
        String order = orderOf(view);
        var rows = parameters
                .on(database.sql(ROWS.formatted(from, order, order)))
                .param("size", size)
                .param("offset", (view.page() - 1) * size)
                .query((row, i) -> read(row))
                .list();
        if (!view.isFiltered()) {
            return new DeskRows(rows, counts.get().of(view.list()), false);
        }
        // Only a search among all cases is cut off, and only its cases are its rows.
        long found = view.isOnlySearched() && meant != null
                ? count(search.newest(meant, parameters) + NEWEST, parameters)
                : 0;
        boolean isWhole = view.page() == 1 && rows.size() < size;
        return new DeskRows(
                rows, isWhole ? rows.size() : total(found, from, parameters), found > DeskRows.MOST_SEARCHED);
    }

    /** Nobody reads on so far that more would have to be counted. Each case that is found has a row when nothing else is asked for. */
    private long total(long found, String from, SqlParameters parameters) {
        return found >= DeskRows.MOST_COUNTED
                ? DeskRows.MOST_COUNTED
                : count("SELECT 1 " + from + " LIMIT " + DeskRows.MOST_COUNTED, parameters);
    }

    private long count(String query, SqlParameters parameters) {
        return parameters
                .on(database.sql("SELECT COUNT(*) FROM (" + query + ") part"))
                .query(Long.class)
                .single();
    }

    /** The tasks of a list in its order, at most so many. */
    public List<Long> taskIds(DeskView view, Person person, int atMost) {
        var parameters = parameters(person);
        var meant = meaning(view);
        return meant == null && !view.text().isEmpty()
                ? List.of()
                : parameters
                        .on(database.sql("SELECT t.id " + from(view, meant, parameters) + " AND t.id IS NOT NULL"
                                + orderOf(view) + " LIMIT :size"))
                        .param("size", atMost)
                        .query(Long.class)
                        .list();
    }

    /** Null when nothing is searched for, or nothing can be found. */
    private @Nullable Meaning meaning(DeskView view) {
        return view.text().isEmpty() ? null : search.meaning(view.text(), true).orElse(null);
    }

    public DeskCounts count(Person person) {
        return parameters(person)
                .on(database.sql(COUNTS))
                .query((row, i) -> new DeskCounts(
                        row.getLong("mine"),
                        row.getLong("queues"),
                        row.getLong("overdue"),
                        row.getLong("waiting"),
                        row.getLong("whole")))
                .single();
    }

    private SqlParameters parameters(Person person) {
        var parameters = new SqlParameters();
        parameters.set("login", person.login());
        // An empty list is no SQL.
        parameters.set("queues", person.queues().isEmpty() ? List.of("") : List.copyOf(person.queues()));
        parameters.set("now", Columns.kept(clock.instant()));
        return parameters;
    }

    private String from(DeskView view, @Nullable Meaning meant, SqlParameters parameters) {
        var conditions = new ArrayList<String>();
        conditions.add(
                switch (view.list()) {
                    case MINE -> "t.assignee = :login";
                    case QUEUES -> IN_QUEUES;
                    case OVERDUE -> DUE + " < :now";
                    case WAITING -> WAITS;
                    case ALL -> "TRUE";
                });
        if (view.queue() != null) {
            conditions.add("COALESCE(t.queue, d.queue) = :queue");
            parameters.set("queue", view.queue());
        }
        if (view.severity() != null) {
            conditions.add("d.severity = :severity");
            parameters.set("severity", view.severity());
        }
        if (DeskView.NOBODY.equals(view.assignee())) {
            conditions.add("t.assignee IS NULL");
        } else if (view.assignee() != null) {
            conditions.add("t.assignee = :assignee");
            parameters.set("assignee", view.assignee());
        }
        if (view.customer() != null) {
            conditions.add("d.customer_name LIKE :customer");
            parameters.set("customer", DeskSearch.beginning(view.customer()));
        }
        String searched = "";
        if (meant != null && view.list() == DeskList.ALL) {
            searched = " JOIN (" + search.newest(meant, parameters) + (view.isOnlySearched() ? NEWEST : "")
                    + ") f ON f.case_id = d.case_id";
        } else if (meant != null) {
            conditions.add(DeskSearch.isMeant(meant, "d.case_id", "d.number", parameters));
        }
        return (view.isOfCases() ? OF_CASES : OF_TASKS).formatted(searched) + " AND "
                + String.join(" AND ", conditions);
    }

    private String orderOf(DeskView view) {
        var order = new ArrayList<String>();
        if (view.sort() != DeskColumn.PROMISE || view.descending()) {
            String column = Objects.requireNonNull(columns.get(view.sort()));
            order.add("(" + column + ") IS NULL");
            order.add(column + (view.descending() ? " DESC" : ""));
        }
        order.addAll(URGENCY);
        order.add("t.id");
        order.add("d.case_id DESC");
        return " ORDER BY " + String.join(", ", order);
    }

    private static DeskRow read(ResultSet row) throws SQLException {
        long task = row.getLong("id");
        return new DeskRow(
                row.wasNull() ? null : task,
                row.getString("number"),
                row.getString("reference"),
                row.getString("customer_name"),
                row.getString("subject"),
                row.getString("process_id"),
                row.getString("element_id"),
                row.getString("severity"),
                row.getString("status"),
                Columns.instant(row, "due"),
                row.getString("queue"),
                row.getString("assignee"),
                Columns.instant(row, "customer_wrote_at"),
                row.getBoolean("news"));
    }

    /** Element ids in the order of their labels, as the models name both. */
    private static String elementsByLabel(ProcessModels models) {
        return models.all()
                .flatMap(model -> model.labels().entrySet().stream())
                .filter(element -> element.getKey().startsWith("userTask_"))
                .sorted(Comparator.comparing(Map.Entry::getValue))
                .map(element -> "'" + element.getKey().replaceAll("[^A-Za-z0-9_]", "") + "'")
                .distinct()
                .collect(Collectors.joining(", "));
    }
}

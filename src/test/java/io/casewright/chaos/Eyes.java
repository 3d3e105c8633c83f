package io.casewright.chaos;

import io.casewright.localstack.MySqlServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** What stands in the database, read twice a second past everything that is cut; nothing new while it cannot be read. */
final class Eyes implements AutoCloseable {

    private static final Duration EVERY = Duration.ofMillis(500);

    private final String url;
    private final Thread reader;
    private volatile Seen seen = new Seen(Map.of(), Map.of(), 0);

    /** An open task that the engine has. */
    record OpenTask(long id, String elementId) {}

    private record Seen(Map<String, String> statuses, Map<String, List<OpenTask>> tasks, int waiting) {}

    Eyes(String url) {
        this.url = url + "&connectTimeout=2000&socketTimeout=5000";
        this.reader = Thread.ofVirtual().start(this::read);
    }

    private void read() {
        while (!Thread.currentThread().isInterrupted()) {
            try (var connection = connect()) {
                while (!Thread.currentThread().isInterrupted()) {
                    seen = look(connection);
                    Life.pause(EVERY);
                }
            } catch (SQLException e) {
                Life.pause(EVERY);
            }
        }
    }

    private Connection connect() throws SQLException {
        var login = new Properties();
        login.put("user", MySqlServer.USER);
        login.put("password", MySqlServer.PASSWORD);
        return DriverManager.getConnection(url, login);
    }

    private static Seen look(Connection connection) throws SQLException {
        var statuses = new HashMap<String, String>();
        var tasks = new HashMap<String, List<OpenTask>>();
        try (var statement = connection.createStatement()) {
            var cases = statement.executeQuery("SELECT number, status FROM support_case");
            while (cases.next()) {
                statuses.put(cases.getString(1), cases.getString(2));
            }
            var open = statement.executeQuery("SELECT case_number, id, element_id FROM user_task"
                    + " WHERE state = 'OPEN' AND task_key IS NOT NULL AND case_number IS NOT NULL");
            while (open.next()) {
                tasks.merge(
                        open.getString(1), List.of(new OpenTask(open.getLong(2), open.getString(3))), Eyes::together);
            }
            // What looks again by itself for ever is no work that waits.
            var waiting = statement.executeQuery(
                    "SELECT (SELECT COUNT(*) FROM scheduled_tasks WHERE task_name IN"
                            + " ('engine-message', 'customer-mail')) + (SELECT COUNT(*) FROM message WHERE delivery = 'WAITING')");
            waiting.next();
            return new Seen(statuses, tasks, waiting.getInt(1));
        }
    }

    private static List<OpenTask> together(List<OpenTask> one, List<OpenTask> other) {
        var all = new java.util.ArrayList<>(one);
        all.addAll(other);
        return List.copyOf(all);
    }

    Optional<String> status(String caseNumber) {
        return Optional.ofNullable(seen.statuses().get(caseNumber));
    }

    /** The open task at the element that is none of these. */
    Optional<OpenTask> task(String caseNumber, String elementId, Set<Long> except) {
        return seen.tasks().getOrDefault(caseNumber, List.of()).stream()
                .filter(task -> task.elementId().equals(elementId) && !except.contains(task.id()))
                .findFirst();
    }

    List<OpenTask> tasks(String caseNumber) {
        return seen.tasks().getOrDefault(caseNumber, List.of());
    }

    /** How many messages and letters wait to be sent. */
    int waiting() {
        return seen.waiting();
    }

    @Override
    public void close() {
        reader.interrupt();
    }
}

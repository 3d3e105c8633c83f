package io.casewright.testkit;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Very many cases and tasks, written as rows, so that lists can be measured. */
public final class DeskSeed {

    private static final int AT_ONCE = 1_000;
    private static final String OPEN = "DIAGNOSING";
    private static final String CLOSED = "CLOSED";
    private static final List<String> TOPICS = List.of(
            "mailbox full", "invoice wrong", "licence missing", "login refused", "calendar empty", "printer silent");
    private static final List<String> CUSTOMERS =
            List.of("Contoso", "Adatum", "Litware", "Fabrikam", "Tailspin Toys", "Proseware");
    private static final List<String> QUEUES = List.of("first-line", "technical", "billing", "subscription");
    private static final List<String> SEVERITIES = List.of("CRITICAL", "MODERATE", "MINIMAL");
    private static final List<String> STEPS =
            List.of("userTask_TriageRequest", "userTask_DiagnoseCase", "userTask_ResolveTechnicalCase");

    private final JdbcTemplate database;
    private final Random random = new Random(7);

    public DeskSeed(JdbcTemplate database) {
        this.database = database;
    }

    /**
     * Cases whose numbers begin with year 2000; one in five is about a word that is "widespread".
     *
     * @param open cases with an open task
     * @param waiting cases that wait for their customers and have no task
     * @param login who works on one in forty
     */
    public void write(int open, int waiting, int closed, String login) {
        long highest = database.queryForObject("SELECT COALESCE(MAX(id), 0) FROM support_case", Long.class);
        for (int from = 0; from < open + waiting + closed; from += AT_ONCE) {
            var cases = new ArrayList<Object[]>();
            var tasks = new ArrayList<Object[]>();
            var rows = new ArrayList<Object[]>();
            var words = new ArrayList<Object[]>();
            for (int i = from; i < Math.min(from + AT_ONCE, open + waiting + closed); i++) {
                String status = i < closed ? CLOSED : i < closed + waiting ? "WAITING_FOR_CUSTOMER" : OPEN;
                addCase(highest + 1 + i, i, status, login, cases, tasks, rows, words);
            }
            database.batchUpdate(
                    "INSERT INTO support_case (id, version, number, status, channel, customer_id, contact_id, subject,"
                            + " description, severity, locale, received_at, ended_at, process_instance_key, intake_key, intake_fingerprint, queue)"
                            + " VALUES (?, 0, ?, ?, 'API', ?, ?, ?, ?, ?, 'en', ?, ?, ?, ?, '', 'TECHNICAL')",
                    cases);
            database.batchUpdate(
                    "INSERT INTO user_task (generation, task_key, process_id, element_id, process_instance_key,"
                            + " element_instance_key, case_number, queue, assignee, priority, due, state, shown, created_at,"
                            + " completed_by) VALUES (1, ?, 'diagnose-case', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    tasks);
            database.batchUpdate(
                    "INSERT INTO desk_case (number, case_id, customer_id, customer_name, contact_name, subject, locale,"
                            + " severity, status, queue, promise_due, customer_wrote_at, is_described)"
                            + " VALUES (?, ?, ?, ?, ?, ?, 'en', ?, ?, ?, ?, ?, TRUE)",
                    rows);
            database.batchUpdate("INSERT IGNORE INTO desk_word (word, case_id, customer_id) VALUES (?, ?, ?)", words);
        }
    }

    private void addCase(
            long id,
            int i,
            String status,
            String login,
            List<Object[]> cases,
            List<Object[]> tasks,
            List<Object[]> rows,
            List<Object[]> words) {
        boolean closed = status.equals(CLOSED);
        boolean isOpen = status.equals(OPEN);
        String number = "CW-2000-%06d".formatted(i + 1);
        String severity = SEVERITIES.get(random.nextInt(3));
        int priority = List.of(90, 50, 20).get(SEVERITIES.indexOf(severity));
        var received = LocalDateTime.now(ZoneOffset.UTC).minusMinutes(random.nextInt(closed ? 500_000 : 600));
        String subject = TOPICS.get(random.nextInt(TOPICS.size())) + " in room " + random.nextInt(10_000)
                + (random.nextInt(5) == 0 ? " widespread" : "")
                + (random.nextInt(100) == 0 ? " uncommon" : "");
        int contact = 1 + random.nextInt(7);
        int customer = List.of(1, 1, 2, 3, 4, 5, 6).get(contact - 1);
        cases.add(new Object[] {
            id,
            number,
            status,
            customer,
            contact,
            subject,
            subject.repeat(10),
            severity,
            received,
            closed ? received.plusHours(5) : null,
            // Else it looks like a case whose process never began.
            id,
            "seed:" + id
        });
        boolean taken = random.nextInt(3) == 0;
        tasks.add(new Object[] {
            -id,
            STEPS.get(random.nextInt(3)),
            id,
            id,
            number,
            QUEUES.get(random.nextInt(4)),
            isOpen && taken ? oneOf(login) : null,
            priority,
            received.plusHours(4),
            isOpen ? "OPEN" : "COMPLETED",
            "{\"requestText\": \"" + subject.repeat(60) + "\"}",
            received,
            isOpen ? null : oneOf(login)
        });
        String name = CUSTOMERS.get(customer - 1);
        rows.add(new Object[] {
            number,
            id,
            customer,
            name,
            "Contact " + contact,
            subject,
            severity,
            status,
            "technical",
            isOpen ? received.plusHours(4) : null,
            received
        });
        String digits = number.substring(8);
        Stream.of(subject, name, "contact " + contact, digits + " " + Integer.parseInt(digits))
                .flatMap(text -> Stream.of(text.toLowerCase(Locale.ROOT).split(" ")))
                .distinct()
                .forEach(word -> words.add(new Object[] {word, id, customer}));
    }

    private String oneOf(String login) {
        int person = random.nextInt(40);
        return person == 0 ? login : "agent" + person;
    }
}

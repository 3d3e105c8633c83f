package io.casewright.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Cases, written as rows, whose processes have not begun; clear enough to be triaged by no person, and each about something else. */
final class WaitingCases {

    private static final String CASES = "CW-2001-";

    private final JdbcTemplate database;
    private int last;

    WaitingCases(JdbcTemplate database) {
        this.database = database;
    }

    /** Numbers of cases that are nowhere else. */
    List<String> name(int count) {
        last += count;
        return IntStream.rangeClosed(last - count + 1, last)
                .mapToObj(number -> CASES + "%06d".formatted(number))
                .toList();
    }

    /** Their numbers. */
    List<String> write(int count) {
        var numbers = name(count);
        var rows = new ArrayList<Object[]>();
        for (String number : numbers) {
            rows.add(new Object[] {
                number,
                "Mail arrives hours late in room " + number,
                "Since this morning mail from outside reaches us in room %s two to three hours late.".formatted(number),
                number
            });
        }
        database.batchUpdate("""
                INSERT INTO support_case (version, number, status, channel, customer_id, contact_id, subject, description,
                  severity, severity_stated, locale, received_at, intake_key, intake_fingerprint)
                VALUES (0, ?, 'RECEIVED', 'API', 1, 1, ?, ?, 'MODERATE', FALSE, 'en', UTC_TIMESTAMP(6), ?, '')""", rows);
        database.update("""
                INSERT INTO desk_case (case_id, number, customer_id, customer_name, contact_name, subject, locale, severity,
                  status, queue)
                SELECT c.id, c.number, 1, 'Contoso', 'Ida Toivonen', c.subject, c.locale, c.severity, c.status, 'first-line'
                FROM support_case c LEFT JOIN desk_case d ON d.case_id = c.id
                WHERE d.case_id IS NULL AND c.number LIKE ?""", CASES + "%");
        return numbers;
    }
}

package io.casewright.desk.persistence;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells whether the lists may have changed, whichever instance changed them. */
@Component
public class DeskPulse {

    private static final String PULSE = """
            SELECT CONCAT_WS(' ', COUNT(*), MAX(t.id),
                             SUM(CRC32(CONCAT_WS('|', t.id, t.assignee, t.queue, t.priority, t.due))),
                             (SELECT MAX(m.id) FROM message m))
            FROM user_task t WHERE t.state = 'OPEN'""";

    private final JdbcClient database;

    DeskPulse(JdbcClient database) {
        this.database = database;
    }

    /** The same as long as no open task and no message has come, gone or changed. */
    public String read() {
        return database.sql(PULSE).query(String.class).single();
    }
}

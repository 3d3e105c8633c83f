package io.casewright.message;

import io.casewright.platform.database.UtcTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the conversation of a case in parts, of which none is larger than what fits a page, however long a mail was. */
@Component
public class Conversations {

    private static final String COLUMNS = """
            SELECT id, case_number, direction, visibility, kind, author_name, recipient_name, subject, LEFT(body, :longest) AS body,
                   created_at, sent_at, delivery, auto_submitted, failure FROM message
            WHERE case_number = :number AND id > :after""";

    private final JdbcClient database;

    Conversations(JdbcClient database) {
        this.database = database;
    }

    /**
     * Messages of the case in the order they were kept.
     *
     * @param after id of the last message that was read; 0 at the beginning
     * @param isForCustomers whether only what {@linkplain CaseMessage#isForCustomers customers may read} is wanted
     * @param longest so many characters of each text
     */
    @Transactional(readOnly = true)
    public List<CaseMessage> read(String caseNumber, long after, boolean isForCustomers, int longest, int most) {
        String which = isForCustomers ? " AND visibility = 'PUBLIC' AND kind <> 'SATISFACTION'" : "";
        return database.sql(COLUMNS + which + " ORDER BY id LIMIT :most")
                .param("number", caseNumber)
                .param("after", after)
                .param("longest", longest)
                .param("most", most)
                .query(Conversations::message)
                .list();
    }

    private static CaseMessage message(ResultSet row, int index) throws SQLException {
        return new CaseMessage(
                row.getLong("id"),
                row.getString("case_number"),
                valueOf(Direction.class, row.getString("direction")),
                Visibility.valueOf(row.getString("visibility")),
                MessageKind.valueOf(row.getString("kind")),
                row.getString("author_name"),
                row.getString("recipient_name"),
                row.getString("subject"),
                row.getString("body"),
                UtcTime.read(row, "created_at"),
                UtcTime.readIfAny(row, "sent_at"),
                valueOf(Delivery.class, row.getString("delivery")),
                row.getString("auto_submitted") != null,
                row.getString("failure"));
    }

    private static <E extends Enum<E>> @Nullable E valueOf(Class<E> names, @Nullable String name) {
        return name == null ? null : Enum.valueOf(names, name);
    }
}

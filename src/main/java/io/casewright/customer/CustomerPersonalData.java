package io.casewright.customer;

import static io.casewright.platform.personal.Treatment.ADDRESS;
import static io.casewright.platform.personal.Treatment.AUTHORED;
import static io.casewright.platform.personal.Treatment.NAME;
import static io.casewright.platform.personal.Treatment.NOTHING;
import static io.casewright.platform.personal.Treatment.WORDS;

import io.casewright.platform.personal.Erasure;
import io.casewright.platform.personal.PersonalData;
import io.casewright.platform.personal.PersonalTable;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Contacts, what was changed of them, and lists that wait to be applied. Before what others copied of it. */
@Component
@Order(1)
class CustomerPersonalData implements PersonalData {

    private final JdbcClient database;

    CustomerPersonalData(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.ofContact("contact", "id = :contact")
                        .called("contacts")
                        .with(NAME, "name")
                        .with(ADDRESS, "email")
                        .with(NOTHING, "phone")
                        .told("id", "closed_at")
                        .versioned(),
                PersonalTable.ofContact("customer_change", "contact_id = :contact")
                        .called("changes of contacts")
                        .with(AUTHORED, "before_value", "after_value")
                        .told("changed_at", "what"),
                PersonalTable.byMention("customer_import", "content IS NOT NULL")
                        .called("lists that wait to be applied")
                        .with(WORDS, "name")
                        .with(NOTHING, "content"));
    }

    /** Nobody asks in this name any more. */
    @Override
    public void complete(Erasure erasure) {
        if (erasure.contact() != null) {
            var at = LocalDateTime.ofInstant(erasure.at(), ZoneOffset.UTC);
            database.sql("UPDATE contact SET erased_at = ?, closed_at = COALESCE(closed_at, ?), version = version + 1"
                            + " WHERE id = ? AND erased_at IS NULL")
                    .params(at, at, erasure.contact())
                    .update();
        }
    }
}

package io.casewright.platform.outbox;

import static io.casewright.platform.personal.Treatment.DOCUMENT;

import io.casewright.platform.personal.PersonalData;
import io.casewright.platform.personal.PersonalTable;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What waits to be sent says nothing of the person when it goes. */
@Component
class OutboxPersonalData implements PersonalData {

    private static final String MESSAGE_OF_CASE = "task_name = 'engine-message' AND SUBSTRING_INDEX(JSON_UNQUOTE("
            + "JSON_EXTRACT(CASE WHEN task_name = 'engine-message' THEN CONVERT(task_data USING utf8mb4) END,"
            + " '$.correlationKey')), ':', 1) IN (:numbers)";

    @Override
    public List<PersonalTable> tables() {
        return Stream.of("scheduled_tasks", "outbox_aside")
                .flatMap(table -> Stream.of(
                        entries(PersonalTable.ofCase(table, MESSAGE_OF_CASE))
                                .deleted()
                                .copy(),
                        entries(PersonalTable.byMention(table, "task_data IS NOT NULL"))))
                .toList();
    }

    private static PersonalTable entries(PersonalTable table) {
        return table.called("messages to the engine")
                .keyedBy("task_name", "task_instance")
                .with(DOCUMENT, "task_data");
    }
}

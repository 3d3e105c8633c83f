package io.casewright.conversation;

import io.casewright.casefile.application.CaseMessages;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where no engine shows it: every open case has a process, or one is ordered for it; and the process of a case that was taken
 * back is told so.
 */
final class CarriedOrEnded implements Rule {

    private final JdbcClient database;

    CarriedOrEnded(JdbcClient database) {
        this.database = database;
    }

    private record Standing(String number, String status, boolean hasProcess) {}

    @Override
    public List<String> brokenBy(Memory memory) {
        return database
                .sql("SELECT number, status, process_instance_key IS NOT NULL AS has_process FROM support_case"
                        + " WHERE number IN (:numbers)")
                .param("numbers", memory.cases)
                .query(Standing.class)
                .list()
                .stream()
                .flatMap(this::faults)
                .toList();
    }

    private Stream<String> faults(Standing standing) {
        return switch (standing.status) {
            case "CLOSED", "DUPLICATE" -> Stream.empty();
            case "WITHDRAWN" ->
                isTold(CaseMessages.REQUEST_WITHDRAWN, standing)
                        ? Stream.empty()
                        : Stream.of("%s was taken back, and its process does not know".formatted(standing.number));
            default ->
                standing.hasProcess
                                || isTold(CaseMessages.REQUEST_RECEIVED, standing)
                                || isTold(CaseMessages.CASE_REOPENED, standing)
                        ? Stream.empty()
                        : Stream.of("%s is %s, no process carries it and none is ordered"
                                .formatted(standing.number, standing.status));
        };
    }

    private boolean isTold(String name, Standing standing) {
        return database.sql("SELECT EXISTS (SELECT 1 FROM engine_message WHERE name = :name"
                        + " AND (correlation_key = :number OR correlation_key LIKE CONCAT(:number, ':%')))")
                .param("name", name)
                .param("number", standing.number)
                .query(Boolean.class)
                .single();
    }
}

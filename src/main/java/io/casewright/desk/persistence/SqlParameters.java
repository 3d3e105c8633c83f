package io.casewright.desk.persistence;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The named parameters of a statement that is put together from parts. */
final class SqlParameters {

    private final Map<String, @Nullable Object> named = new LinkedHashMap<>();

    void set(String name, @Nullable Object value) {
        named.put(name, value);
    }

    JdbcClient.StatementSpec on(JdbcClient.StatementSpec statement) {
        named.forEach(statement::param);
        return statement;
    }
}

package io.casewright.testkit;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every text of every table, looked through. */
public final class AllTexts {

    private static final Set<String> OF_TOOLS = Set.of("flyway_schema_history");

    private final JdbcClient database;

    public AllTexts(JdbcClient database) {
        this.database = database;
    }

    /** The columns that can hold a text, as {@code table.column}. */
    public List<String> columns() {
        return database
                .sql("SELECT CONCAT(c.table_name, '.', c.column_name) FROM information_schema.columns c"
                        + " JOIN information_schema.tables t ON t.table_schema = c.table_schema"
                        + " AND t.table_name = c.table_name WHERE c.table_schema = DATABASE()"
                        + " AND t.table_type = 'BASE TABLE' AND c.extra NOT LIKE '%GENERATED%'"
                        + " AND (c.data_type LIKE '%char%' OR c.data_type LIKE '%text%' OR c.data_type LIKE '%blob%'"
                        + " OR c.data_type LIKE '%binary%' OR c.data_type IN ('json', 'enum', 'set')) ORDER BY 1")
                .query(String.class)
                .list()
                .stream()
                .filter(column -> !OF_TOOLS.contains(column.substring(0, column.indexOf('.'))))
                .toList();
    }

    /** Those in which one of the words is, in any case. */
    public Set<String> columnsWith(List<String> words) {
        var found = new TreeSet<String>();
        for (String column : columns()) {
            String[] name = column.split("\\.");
            for (String word : words) {
                boolean isThere = database.sql("SELECT EXISTS (SELECT 1 FROM " + name[0] + " WHERE LOWER(CONVERT(`"
                                + name[1] + "` USING utf8mb4)) LIKE ?)")
                        .param("%" + word.toLowerCase(Locale.ROOT) + "%")
                        .query(Boolean.class)
                        .single();
                if (isThere) {
                    found.add(column + " has " + word);
                }
            }
        }
        return found;
    }
}

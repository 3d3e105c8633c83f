package io.casewright.chaos;

import io.casewright.localstack.MySqlServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What stood in the database after a run that went wrong, for whoever looks for the reason. */
final class Tables {

    private static final List<String> KEPT = List.of(
            "support_case",
            "timeline_entry",
            "user_task",
            "process_place",
            "engine_message",
            "scheduled_tasks",
            "signed_answer",
            "engine_generation",
            "vendor_ticket",
            "desk_order",
            "message");

    private Tables() {}

    static void keep(String databaseUrl, Path folder) throws IOException, SQLException {
        Files.createDirectories(folder);
        try (var connection = DriverManager.getConnection(databaseUrl, MySqlServer.USER, MySqlServer.PASSWORD)) {
            for (String table : KEPT) {
                Files.write(folder.resolve(table + ".tsv"), rows(connection, table));
            }
        }
    }

    private static List<String> rows(Connection connection, String table) throws SQLException {
        var lines = new ArrayList<String>();
        try (var statement = connection.createStatement()) {
            var rows = statement.executeQuery("SELECT * FROM " + table);
            int columns = rows.getMetaData().getColumnCount();
            var names = new ArrayList<String>();
            for (int column = 1; column <= columns; column++) {
                names.add(rows.getMetaData().getColumnLabel(column));
            }
            lines.add(String.join("\t", names));
            while (rows.next()) {
                var values = new ArrayList<String>();
                for (int column = 1; column <= columns; column++) {
                    values.add(String.valueOf(rows.getString(column)).replaceAll("\\s+", " "));
                }
                lines.add(String.join("\t", values));
            }
        }
        return lines;
    }
}

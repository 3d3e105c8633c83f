package io.casewright.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/** A real MySQL server with the schema and the user of the application. */
public final class MySqlServer {

    static final String NAME = "MySQL";

    public static final String USER = "casewright";
    public static final String PASSWORD = "casewright";

    private static final String SCHEMA = """
            CREATE DATABASE IF NOT EXISTS casewright CHARACTER SET utf8mb4;
            CREATE USER IF NOT EXISTS 'casewright'@'%' IDENTIFIED BY 'casewright';
            GRANT ALL ON casewright.* TO 'casewright'@'%';
            """;

    private MySqlServer() {}

    static ManagedProcess launch(StackSettings settings) {
        Path data = settings.data("mysql");
        Path mysqld = settings.dist("mysql").resolve("bin").resolve("mysqld");
        if (!Files.isExecutable(mysqld)) {
            throw new StackProblem("MySQL is not unpacked yet. Start through ./casewright, which fetches it.");
        }
        if (!Files.isDirectory(data)) {
            initialize(settings, mysqld, data);
        }
        return ManagedProcess.start(
                NAME,
                settings.log("mysql"),
                data,
                command(
                        mysqld,
                        data,
                        List.of(
                                "--port=" + settings.port(Port.MYSQL),
                                "--bind-address=127.0.0.1",
                                "--mysqlx=OFF",
                                // Relative to the data folder: an absolute path may be longer than a socket's name can
                                // be.
                                "--socket=mysql.sock",
                                "--pid-file=mysql.pid",
                                "--character-set-server=utf8mb4",
                                "--default-time-zone=+00:00",
                                "--innodb-buffer-pool-size=" + settings.databaseMemory(),
                                // What was committed survives the end of any process, if not that of the machine.
                                "--innodb-flush-log-at-trx-commit=2",
                                "--performance-schema=OFF",
                                "--disable-log-bin",
                                "--init-file=" + schemaScript(settings))),
                Map.of());
    }

    static void awaitReady(ManagedProcess server, StackSettings settings) {
        server.await("answers a query", Duration.ofSeconds(60), () -> answers(url(settings)));
    }

    /** JDBC address of the application's schema. Nothing leaves this machine, so nothing is encrypted on the way. */
    static String url(StackSettings settings) {
        return "jdbc:mysql://127.0.0.1:" + settings.port(Port.MYSQL)
                + "/casewright?sslMode=DISABLED&allowPublicKeyRetrieval=true";
    }

    static boolean answers(String url) {
        try (Connection connection = DriverManager.getConnection(url, USER, PASSWORD)) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    private static List<String> command(Path mysqld, Path data, List<String> options) {
        var command = new ArrayList<String>();
        command.add(mysqld.toString());
        command.add("--no-defaults");
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
        command.add("--basedir=" + mysqld.getParent().getParent());
        command.add("--datadir=" + data);
        command.addAll(options);
        return command;
    }

    /** Into a folder of another name first: a first start that was interrupted must not look like a finished one. */
    private static void initialize(StackSettings settings, Path mysqld, Path data) {
        Path unfinished = data.resolveSibling("mysql-unfinished");
        try {
            Files.createDirectories(data.getParent());
            FileSystemUtils.deleteRecursively(unfinished);
            int exit = ManagedProcess.start(
                            "MySQL (first start)",
                            settings.log("mysql-init"),
                            settings.home(),
                            command(mysqld, unfinished, List.of("--initialize-insecure")),
                            Map.of())
                    .awaitEnd(Duration.ofSeconds(90));
            if (exit != 0) {
                throw new StackProblem("MySQL could not make its data folder, see " + settings.log("mysql-init") + ".");
            }
            Files.move(unfinished, data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path schemaScript(StackSettings settings) {
        try {
            return Files.writeString(settings.home().resolve("schema.sql"), SCHEMA);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

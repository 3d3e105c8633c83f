package io.casewright.localstack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** {@code ./casewright backup}: keeps all that the local stack knows in a file, whether it is up or not. */
final class BackUpStack {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private BackUpStack() {}

    public static void main(String[] arguments) throws Exception {
        try {
            var settings = Up.settings(List.of());
            requireOwnDatabase(settings);
            Path file = arguments.length > 0
                    ? Path.of(arguments[0]).toAbsolutePath()
                    : settings.home()
                            .resolve("backups")
                            .resolve("casewright-%s.sql.gz"
                                    .formatted(LocalDateTime.now().format(STAMP)));
            Files.createDirectories(file.getParent());
            write(settings, file);
            Path files = FilesBackup.besides(file);
            FilesBackup.write(settings.data("files"), files);
            System.out.println("Backup: " + file + "\n        " + files);
            System.exit(0);
        } catch (StackProblem e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    static void requireOwnDatabase(StackSettings settings) {
        if (settings.externalDatabase().isPresent()) {
            throw new StackProblem("CASEWRIGHT_DB_URL names a MySQL of yours. Use your own way of backing it up, see"
                    + " docs/operating.md, \"Backup and restore\".");
        }
    }

    private static void write(StackSettings settings, Path file) throws Exception {
        if (MySqlServer.answers(MySqlServer.url(settings))) {
            new Backup(settings).write(file);
            return;
        }
        if (!settings.data("mysql").toFile().isDirectory()) {
            throw new StackProblem("There is no data of an earlier ./casewright up that could be kept.");
        }
        Up.lock(settings);
        Port.MYSQL.requireFree(settings.port(Port.MYSQL));
        try (var database = LocalStack.startDatabase(settings)) {
            new Backup(settings).write(file);
        }
    }
}

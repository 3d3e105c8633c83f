package io.casewright.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/**
 * {@code ./casewright restore}: puts a backup in the place of the local stack's data, while nothing is up. What was there is
 * kept beside it, and comes back when the backup cannot be read.
 */
final class RestoreStack {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private RestoreStack() {}

    public static void main(String[] arguments) throws Exception {
        try {
            if (arguments.length != 1) {
                throw new StackProblem("Name the file: ./casewright restore FILE");
            }
            Path file = Path.of(arguments[0]).toAbsolutePath();
            if (!Files.isReadable(file)) {
                throw new StackProblem("There is no file %s that can be read.".formatted(file));
            }
            var settings = Up.settings(List.of());
            BackUpStack.requireOwnDatabase(settings);
            Up.lock(settings);
            Port.MYSQL.requireFree(settings.port(Port.MYSQL));
            Backup.requireWhole(file);
            restore(settings, file);
            System.exit(0);
        } catch (StackProblem e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void restore(StackSettings settings, Path file) throws IOException, InterruptedException {
        Path data = settings.data("mysql");
        Path before = data.resolveSibling("mysql-before-" + LocalDateTime.now().format(STAMP));
        boolean hadData = Files.isDirectory(data);
        if (hadData) {
            Files.move(data, before);
        }
        try (var database = LocalStack.startDatabase(settings)) {
            new Backup(settings).read(file);
        } catch (StackProblem | IOException e) {
            FileSystemUtils.deleteRecursively(data);
            if (hadData) {
                Files.move(before, data);
            }
            throw new StackProblem(e.getMessage() + " All is as it was before.");
        }
        Path files = FilesBackup.besides(file);
        if (Files.isReadable(files)) {
            FilesBackup.read(files, settings.data("files"));
        } else {
            System.out.println("There is no " + files.getFileName()
                    + " beside it: what lies among the files now stays, and no other file comes back.");
        }
        System.out.println("Restored: " + file);
        if (hadData) {
            System.out.println("What was there before is kept in " + before + "; delete it when you need it no more.");
        }
        System.out.println("Start it with ./casewright up, which sets everything that was open going again.");
    }
}

package io.casewright.localstack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** All that the application keeps, as one compressed file of SQL, by MySQL's own programs. */
final class Backup {

    /** What MySQL's program writes at the very end. */
    private static final String END = "-- Dump completed";

    private final StackSettings settings;

    Backup(StackSettings settings) {
        this.settings = settings;
    }

    /** Writes what stands in MySQL at one moment; others go on working meanwhile. The file is there when it is whole. */
    void write(Path file) throws IOException, InterruptedException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        var dump = program(
                "mysqldump",
                "--single-transaction",
                "--quick",
                "--hex-blob",
                "--no-tablespaces",
                "--set-gtid-purged=OFF",
                "--column-statistics=0");
        dump.getOutputStream().close();
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(unfinished))) {
            dump.getInputStream().transferTo(out);
        }
        if (dump.waitFor() != 0) {
            Files.delete(unfinished);
            throw new StackProblem("MySQL could not be read out, see above. There is no backup.");
        }
        requireWhole(unfinished);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Reads it into a schema that is empty. */
    void read(Path file) throws IOException, InterruptedException {
        var client = program("mysql");
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file));
                OutputStream out = client.getOutputStream()) {
            in.transferTo(out);
        }
        client.getInputStream().transferTo(System.out);
        if (client.waitFor() != 0) {
            throw new StackProblem("MySQL did not take %s, see above.".formatted(file));
        }
    }

    /** One that is cut off would be half of the cases. */
    static void requireWhole(Path file) {
        String last = "";
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.ISO_8859_1))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                last = line.isBlank() ? last : line;
            }
        } catch (IOException e) {
            throw new StackProblem("%s is no whole backup: %s. Nothing was changed.".formatted(file, e.getMessage()));
        }
        if (!last.startsWith(END)) {
            throw new StackProblem("%s is no whole backup: its end is missing. Take another one; nothing was changed."
                    .formatted(file));
        }
    }

    private Process program(String name, String... options) throws IOException {
        Path program = settings.dist("mysql").resolve("bin").resolve(name);
        if (!Files.isExecutable(program)) {
            throw new StackProblem(
                    "MySQL's program %s is not unpacked yet. Start through ./casewright, which fetches it."
                            .formatted(name));
        }
        var command = new ArrayList<String>();
        command.addAll(List.of(
                program.toString(),
                "--no-defaults",
                "--protocol=TCP",
                "--host=127.0.0.1",
                "--port=" + settings.port(Port.MYSQL),
                "--user=" + MySqlServer.USER,
                "--default-character-set=utf8mb4"));
        command.addAll(List.of(options));
        command.add("casewright");
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("MYSQL_PWD", MySqlServer.PASSWORD);
        return builder.start();
    }
}

package io.casewright.localstack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The files that the application keeps, beside the backup of the rows that name them. */
final class FilesBackup {

    private FilesBackup() {}

    /** Beside the backup of the rows. */
    static Path besides(Path rows) {
        String name = rows.getFileName().toString().replaceFirst("\\.sql\\.gz$", "");
        return rows.resolveSibling(name + ".files.zip");
    }

    /**
     * Taken after the rows: a file is there before a row names it, and files never change. The archive is there when it is
     * whole.
     */
    static void write(Path folder, Path archive) throws IOException {
        Path unfinished = archive.resolveSibling(archive.getFileName() + ".unfinished");
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (OutputStream out = Files.newOutputStream(unfinished);
                var zip = new ZipOutputStream(out)) {
            for (Path file : filesIn(folder)) {
                zip.putNextEntry(new ZipEntry(folder.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
        Files.move(unfinished, archive, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** What is there already stays: the same name has the same content. */
    static void read(Path archive, Path folder) throws IOException {
        try (InputStream in = Files.newInputStream(archive);
                var zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = folder.resolve(entry.getName()).normalize();
                if (!file.startsWith(folder)) {
                    throw new StackProblem("%s is no backup of files of this program.".formatted(archive));
                }
                if (!entry.isDirectory() && !Files.exists(file)) {
                    Files.createDirectories(file.getParent());
                    Files.copy(zip, file);
                }
            }
        }
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(folder.resolve("coming")))
                    .toList();
        }
    }
}

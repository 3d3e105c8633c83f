package io.casewright.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTests {

    private static final String WHOLE =
            "INSERT INTO support_case VALUES (1);\n".repeat(500) + "-- Dump completed on a day\n";

    @TempDir
    private Path folder;

    @Test
    void isWholeWithItsEnd() {
        assertThatCode(() -> Backup.requireWhole(file(WHOLE))).doesNotThrowAnyException();
    }

    @Test
    void withoutItsEndIsNotTaken() {
        assertThatThrownBy(() -> Backup.requireWhole(file(WHOLE.substring(0, 5_000))))
                .isInstanceOf(StackProblem.class)
                .hasMessageContaining("its end is missing")
                .hasMessageContaining("nothing was changed");
    }

    @Test
    void cutOffIsNotTaken() throws IOException {
        byte[] whole = Files.readAllBytes(file(WHOLE));
        var cut = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> Backup.requireWhole(cut))
                .isInstanceOf(StackProblem.class)
                .hasMessageContaining("is no whole backup");
    }

    @Test
    void ofAnotherKindIsNotTaken() throws IOException {
        var other = Files.writeString(folder.resolve("other"), WHOLE);
        assertThatThrownBy(() -> Backup.requireWhole(other))
                .isInstanceOf(StackProblem.class)
                .hasMessageContaining("is no whole backup");
    }

    @Test
    void filesComeBackAsTheyWere() throws IOException {
        Path before = folder.resolve("before");
        Files.createDirectories(before.resolve("ab"));
        Files.createDirectories(before.resolve("coming"));
        Files.writeString(before.resolve("ab").resolve("abc"), "kept");
        Files.writeString(before.resolve("coming").resolve("half"), "not yet");
        Path archive = FilesBackup.besides(folder.resolve("casewright.sql.gz"));

        FilesBackup.write(before, archive);
        Path after = folder.resolve("after");
        FilesBackup.read(archive, after);
        FilesBackup.read(archive, after);

        assertThat(archive).hasFileName("casewright.files.zip");
        assertThat(after.resolve("ab").resolve("abc")).hasContent("kept");
        assertThat(after.resolve("coming")).doesNotExist();
    }

    @Test
    void anArchiveThatLeadsElsewhereIsRefused() throws IOException {
        Path archive = folder.resolve("evil.files.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.putNextEntry(new ZipEntry("../elsewhere"));
            zip.write(1);
        }

        assertThatThrownBy(() -> FilesBackup.read(archive, folder.resolve("after")))
                .isInstanceOf(StackProblem.class);
        assertThat(folder.resolve("elsewhere")).doesNotExist();
    }

    private Path file(String content) throws IOException {
        Path file = folder.resolve("backup.sql.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}

package io.casewright.platform.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderFilesTests {

    @TempDir
    private Path folder;

    private FileStore files;

    @BeforeEach
    void open() {
        files = new FolderFiles(new FileSettings(folder));
    }

    @Test
    void keepTheSameContentOnceUnderItsFingerprint() throws IOException {
        var first = files.keep(content("abc"), 3);
        var second = files.keep(content("abc"), 10);

        assertThat(first)
                .isEqualTo(second)
                .isEqualTo(new StoredFile("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", 3));
        assertThat(files.open(first.id())).hasContent("abc");
        assertThat(kept()).hasSize(1);
    }

    @Test
    void keepNothingOfWhatIsTooLarge() throws IOException {
        assertThatExceptionOfType(FileTooLarge.class)
                .isThrownBy(() -> files.keep(content("abcd"), 3))
                .satisfies(trouble -> assertThat(trouble.most()).isEqualTo(3));
        assertThat(kept()).isEmpty();
    }

    @Test
    void keepNothingOfWhatBreaksOff() throws IOException {
        var breaking = new SequenceInputStream(content("abc"), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("The connection is lost");
            }
        });

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> files.keep(breaking, 100));
        assertThat(kept()).isEmpty();
    }

    @Test
    void forgetAndForgetAgain() throws IOException {
        var file = files.keep(content("abc"), 3);

        files.forget(file.id());
        files.forget(file.id());

        assertThat(files.isKept(file.id())).isFalse();
        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> files.open(file.id()));
    }

    @Test
    void leadNowhereElse() throws IOException {
        Files.writeString(folder.resolve("secret"), "not yours");

        for (String name : List.of("secret", "../secret", "", "ba/../../secret")) {
            assertThat(files.isKept(name)).isFalse();
            assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> files.open(name));
            files.forget(name);
        }
        assertThat(folder.resolve("secret")).exists();
    }

    @Test
    void sayWhichSettingNamesTheFolder() throws IOException {
        Path taken = Files.writeString(folder.resolve("taken"), "a file");

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> new FolderFiles(new FileSettings(taken)))
                .withMessageContaining("CASEWRIGHT_FILES_FOLDER");
    }

    private List<Path> kept() throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static InputStream content(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }
}

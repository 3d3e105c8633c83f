package io.casewright.attachment;

import io.casewright.message.LetterFile;
import io.casewright.message.LetterFiles;
import io.casewright.platform.files.FileStore;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The files that go along with a letter are those of its message. */
@Component
class FilesOfLetters implements LetterFiles {

    private final AttachmentStore store;
    private final FileStore files;

    FilesOfLetters(AttachmentStore store, FileStore files) {
        this.store = store;
        this.files = files;
    }

    @Override
    public List<LetterFile> of(long message) {
        return store.ofMessage(message).stream()
                .filter(file -> file.fileId() != null)
                .<LetterFile>map(file -> new Enclosed(file, files))
                .toList();
    }

    private record Enclosed(Attachment file, FileStore files) implements LetterFile {

        @Override
        public String name() {
            return file.name();
        }

        @Override
        public String mediaType() {
            return file.mediaType();
        }

        @Override
        public InputStream open() throws IOException {
            return files.open(Objects.requireNonNull(file.fileId()));
        }
    }
}

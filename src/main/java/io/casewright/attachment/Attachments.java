package io.casewright.attachment;

import io.casewright.attachment.AttachmentStore.Place;
import io.casewright.platform.files.FileStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps files with messages. What is beyond a limit is kept by its name with the reason, so that nobody looks for it in vain. */
@Service
public class Attachments {

    private static final int UNIT = 1024;

    private final AttachmentStore store;
    private final KeepFiles keepFiles;
    private final FileStore files;
    private final AttachmentSettings settings;

    Attachments(AttachmentStore store, KeepFiles keepFiles, FileStore files, AttachmentSettings settings) {
        this.store = store;
        this.keepFiles = keepFiles;
        this.files = files;
        this.settings = settings;
    }

    /**
     * Keeps the files of a message, in the current transaction. The same message again does nothing.
     *
     * @throws UncheckedIOException when one cannot be read, or there is no room for it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(String caseNumber, long customer, long message, List<? extends OfferedFile> offered) {
        if (store.ofMessage(message).isEmpty()) {
            keepFiles.keep(Place.ofMessage(caseNumber, customer, message), offered);
        }
    }

    /** All files of the case's messages, in the order they came. */
    @Transactional(readOnly = true)
    public List<Attachment> of(String caseNumber) {
        return store.ofCase(caseNumber);
    }

    @Transactional(readOnly = true)
    public List<Attachment> ofMessage(long message) {
        return store.ofMessage(message);
    }

    /** The file of the case; empty when it has none of this id. */
    @Transactional(readOnly = true)
    public Optional<Attachment> find(String caseNumber, long id) {
        return store.find(caseNumber, id);
    }

    /**
     * Its content from its beginning.
     *
     * @throws IOException when it was not taken, or cannot be read
     */
    public InputStream open(Attachment attachment) throws IOException {
        return files.open(String.valueOf(attachment.fileId()));
    }

    /** So many bytes a file may have. */
    public long mostBytes() {
        return settings.largest().toBytes();
    }

    /** A size as people say it. */
    public static String inWords(long bytes) {
        if (bytes < UNIT) {
            return bytes + " B";
        }
        return bytes < (long) UNIT * UNIT ? bytes / UNIT + " KB" : "%.1f MB".formatted(bytes / (double) (UNIT * UNIT));
    }
}

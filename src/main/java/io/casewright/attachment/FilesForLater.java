package io.casewright.attachment;

import io.casewright.attachment.AttachmentStore.Place;
import io.casewright.platform.files.UnneededFiles;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Files of what is no message yet, such as a letter that can still be taken back; all in the current transaction. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class FilesForLater {

    private final AttachmentStore store;
    private final KeepFiles keepFiles;
    private final UnneededFiles unneeded;

    FilesForLater(AttachmentStore store, KeepFiles keepFiles, UnneededFiles unneeded) {
        this.store = store;
        this.keepFiles = keepFiles;
        this.unneeded = unneeded;
    }

    /**
     * Keeps them until they are {@linkplain #join joined} or {@linkplain #forget forgotten}.
     *
     * @param waitsFor what names them, at most 80 characters
     * @throws UncheckedIOException when one cannot be read, or there is no room for it
     */
    public void keep(String waitsFor, String caseNumber, long customer, List<? extends OfferedFile> offered) {
        keepFiles.keep(Place.later(caseNumber, customer, waitsFor), offered);
    }

    /** What they are called. */
    @Transactional(readOnly = true)
    public List<String> namesOf(String waitsFor) {
        return store.waiting(waitsFor).stream().map(Attachment::name).toList();
    }

    /** They are the files of this message from now on. */
    public void join(String waitsFor, long message) {
        store.join(waitsFor, message);
    }

    /** Nothing comes of them. */
    public void forget(String waitsFor) {
        unneeded.forgetAfterCommit(store.removeWaiting(waitsFor));
    }
}

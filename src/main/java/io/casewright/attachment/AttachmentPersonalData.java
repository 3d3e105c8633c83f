package io.casewright.attachment;

import static io.casewright.platform.personal.Treatment.AUTHORED;

import io.casewright.platform.files.FileStore;
import io.casewright.platform.personal.Erasure;
import io.casewright.platform.personal.PersonalData;
import io.casewright.platform.personal.PersonalTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.stereotype.Component;

/** Nobody knows what stands in a file, so the files of a person's cases go with them. */
@Component
class AttachmentPersonalData implements PersonalData {

    private final AttachmentStore store;
    private final FileStore files;

    AttachmentPersonalData(AttachmentStore store, FileStore files) {
        this.store = store;
        this.files = files;
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.ofCase("attachment", "case_number IN (:numbers)")
                .called("files of the contact's cases")
                .with(AUTHORED, "name")
                .told("case_number", "media_type", "size", "kept_at"));
    }

    @Override
    public void complete(Erasure erasure) {
        if (erasure.own().isEmpty()) {
            return;
        }
        for (String file :
                store.erase(erasure.own().stream().map(Erasure.Case::number).toList())) {
            try {
                files.forget(file);
            } catch (IOException e) {
                throw new UncheckedIOException("A file of an erased case cannot be removed", e);
            }
        }
    }
}

package io.casewright.attachment;

import static io.casewright.platform.personal.Treatment.AUTHORED;

import io.casewright.platform.files.UnneededFiles;
import io.casewright.platform.personal.Erasure;
import io.casewright.platform.personal.PersonalData;
import io.casewright.platform.personal.PersonalTable;
import java.util.List;
import org.springframework.stereotype.Component;

/** Nobody knows what stands in a file, so the files of a person's cases go with them. */
@Component
class AttachmentPersonalData implements PersonalData {

    private final AttachmentStore store;
    private final UnneededFiles unneeded;

    AttachmentPersonalData(AttachmentStore store, UnneededFiles unneeded) {
        this.store = store;
        this.unneeded = unneeded;
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
        unneeded.forgetAfterCommit(
                store.erase(erasure.own().stream().map(Erasure.Case::number).toList()));
    }
}

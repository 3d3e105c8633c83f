package io.casewright.casefile.application;

import io.casewright.attachment.Attachments;
import io.casewright.attachment.FileLimits;
import io.casewright.attachment.FilesForLater;
import io.casewright.attachment.HandedFile;
import io.casewright.attachment.OfferedFile;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.customer.CustomerDirectory;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The files of a case count among those of its customer. */
@Component
public class FilesOfCase {

    private final Attachments attachments;
    private final FilesForLater filesForLater;
    private final FileLimits limits;
    private final CustomerDirectory directory;

    FilesOfCase(Attachments attachments, FilesForLater filesForLater, FileLimits limits, CustomerDirectory directory) {
        this.attachments = attachments;
        this.filesForLater = filesForLater;
        this.limits = limits;
        this.directory = directory;
    }

    /** Why these are not taken with a message, in a sentence. */
    public Optional<String> problemWith(SupportCase supportCase, List<HandedFile> files) {
        return files.isEmpty() ? Optional.empty() : limits.problemWith(customerOf(supportCase), files);
    }

    /** Why these do not go out with a letter, in a sentence. */
    Optional<String> problemWithLetter(SupportCase supportCase, List<HandedFile> files) {
        return files.isEmpty() ? Optional.empty() : limits.problemWithLetter(customerOf(supportCase), files);
    }

    /** Those of a message, in the current transaction; the same message again does nothing. */
    public void keep(SupportCase supportCase, long message, List<? extends OfferedFile> files) {
        if (!files.isEmpty()) {
            attachments.keep(supportCase.number().value(), customerOf(supportCase), message, files);
        }
    }

    /** Those of what is no message yet. */
    void keepForLater(SupportCase supportCase, String waitsFor, List<? extends OfferedFile> files) {
        if (!files.isEmpty()) {
            filesForLater.keep(waitsFor, supportCase.number().value(), customerOf(supportCase), files);
        }
    }

    private long customerOf(SupportCase supportCase) {
        return directory.contact(supportCase.contactId()).customerId();
    }
}

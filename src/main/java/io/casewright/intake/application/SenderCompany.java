package io.casewright.intake.application;

import io.casewright.customer.CustomerDirectory;
import io.casewright.mail.MailHead;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whose domain a mail says it comes from. */
@Component
class SenderCompany {

    private final CustomerDirectory directory;

    SenderCompany(CustomerDirectory directory) {
        this.directory = directory;
    }

    /** Id of the open customer; null when it is nobody's. */
    @Nullable
    Long of(MailHead head) {
        var from = head.from();
        return from == null
                ? null
                : directory
                        .findCustomer(from.address().substring(from.address().lastIndexOf('@') + 1))
                        .orElse(null);
    }
}

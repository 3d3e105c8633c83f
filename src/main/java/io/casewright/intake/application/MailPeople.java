package io.casewright.intake.application;

import io.casewright.casefile.application.CasesByMail;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.mail.MailHead;
import io.casewright.message.OwnAddresses;
import java.util.LinkedHashMap;
import org.springframework.stereotype.Component;

/** Who takes part in a case by its mails. */
@Component
class MailPeople {

    private final CasesByMail cases;
    private final OwnAddresses addresses;

    MailPeople(CasesByMail cases, OwnAddresses addresses) {
        this.cases = cases;
        this.addresses = addresses;
    }

    /** Who wrote, and who got the mail as well; not the addresses of our own to which it went. */
    void takeUp(CaseNumber number, MailHead head) {
        var people = new LinkedHashMap<String, String>();
        var from = head.from();
        if (from != null) {
            people.put(from.address(), from.name());
        }
        head.copied().stream()
                .filter(each -> !addresses.isOurs(each.address()))
                .forEach(each -> people.put(each.address(), each.name()));
        cases.takeUp(number, people);
    }
}

package io.casewright.statement.persistence;

import io.casewright.platform.personal.PersonalData;
import io.casewright.platform.personal.PersonalTable;
import java.util.List;
import org.springframework.stereotype.Component;

/** Which statements a contact was sent, and when. Proof that the customer was sent them, so it stays, under the pseudonym. */
@Component
class StatementPersonalData implements PersonalData {

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.ofContact("statement_letter", "contact_id = :contact")
                .called("statements that were sent")
                .told("statement_id", "told_at"));
    }
}

package io.casewright.desk.persistence;

import io.casewright.casefile.domain.CaseNumber;
import io.casewright.desk.NextPromise;
import io.casewright.promise.application.ReadPromises;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the clocks of the case say. */
@Component
class PromisedNext implements NextPromise {

    private final ReadPromises promises;

    PromisedNext(ReadPromises promises) {
        this.promises = promises;
    }

    @Override
    public Optional<Instant> dueOf(CaseNumber number) {
        return promises.nextDue(number);
    }
}

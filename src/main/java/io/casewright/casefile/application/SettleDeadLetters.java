package io.casewright.casefile.application;

import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.persistence.SupportCases;
import io.casewright.customer.CustomerDirectory;
import io.casewright.message.GivenUpLetters;
import io.casewright.message.Recipient;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What somebody decides about words of a case that could not reach where they were meant to go. */
@Service
@Transactional
public class SettleDeadLetters {

    private final CaseSteps steps;
    private final SupportCases cases;
    private final Reopening reopening;
    private final GivenUpLetters letters;
    private final CustomerDirectory directory;

    SettleDeadLetters(
            CaseSteps steps,
            SupportCases cases,
            Reopening reopening,
            GivenUpLetters letters,
            CustomerDirectory directory) {
        this.steps = steps;
        this.cases = cases;
        this.reopening = reopening;
        this.letters = letters;
        this.directory = directory;
    }

    /**
     * Sends a letter of the case once more, to the address that its contact has now.
     *
     * @return false when it does not wait for that any more
     */
    public boolean sendLetterAgain(CaseNumber number, long letterId) {
        var contact = directory.contact(steps.find(number).contactId());
        return letters.sendAgain(letterId, new Recipient(contact.contactName(), contact.contactEmail()));
    }

    /**
     * Takes a closed case up again.
     *
     * @param agent login of who wants it
     * @param words why
     * @return false when there is no such case
     * @throws io.casewright.casefile.domain.NotPossibleNow unless it is closed
     */
    public boolean reopen(CaseNumber number, String agent, String words) {
        var found = steps.hold(number);
        found.ifPresent(closed -> reopening.reopen(closed, Actor.agent(agent), words));
        return found.isPresent();
    }

    /** Those of the cases that have ended, so that they may have to be reopened; one query whatever their number. */
    @Transactional(readOnly = true)
    public Set<String> endedAmong(Collection<String> numbers) {
        return cases.findByNumberInOrderById(numbers).stream()
                .filter(supportCase -> supportCase.status().isEnded())
                .map(supportCase -> supportCase.number().value())
                .collect(Collectors.toSet());
    }
}

package io.casewright.casefile.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.CaseStatus;
import io.casewright.casefile.domain.NotPossibleNow;
import io.casewright.casefile.domain.Severity;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.message.Messages;
import io.casewright.testkit.ARequest;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.CaseWitness;
import io.casewright.testkit.CasewrightTest;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.support.TransactionTemplate;

@CasewrightTest
class JoinOpenCaseTests {

    @Autowired
    CaseDesk desk;

    @Autowired
    CaseWitness witness;

    @Autowired
    JoinOpenCase joinOpenCase;

    @Autowired
    WithdrawCase withdrawCase;

    @Autowired
    ReplanCase replanCase;

    @Autowired
    ReadRequest readRequest;

    @Autowired
    Messages messages;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void endsTheLaterCaseAndSaysSoOnBoth() {
        var open = desk.diagnosing();
        var later = desk.registered();
        var step = CaseDesk.step("serviceTask_JoinOpenCase");
        joinOpenCase.join(later, open, step);

        assertThat(witness.statusOf(later)).isEqualTo(CaseStatus.DUPLICATE);
        assertThat(witness.caseOf(later).duplicateOf()).contains(open);
        assertThat(witness.latestOf(later).kind()).isEqualTo(Kind.JOINED);
        assertThat(witness.latestOf(later).text()).isEqualTo(open.value());
        assertThat(witness.statusOf(open)).isEqualTo(CaseStatus.DIAGNOSING);
        assertThat(witness.latestOf(open).kind()).isEqualTo(Kind.JOINED);
        assertThat(witness.latestOf(open).text()).isEqualTo(later.value());
        assertThat(witness.lettersOf(later)).isEmpty();

        var kept = witness.everythingAbout(later) + witness.everythingAbout(open);
        joinOpenCase.join(later, open, step);
        assertThat(witness.everythingAbout(later) + witness.everythingAbout(open))
                .isEqualTo(kept);
    }

    @Test
    void theOpenCaseBecomesAsUrgentAndItsAgentReadsWhatWasAskedAnew() {
        var open = desk.diagnosing();
        replanCase.reassess(open, Severity.MINIMAL, "nina");
        var later = desk.registered(ARequest.about("Exchange Online", "Question x", "Now nobody gets any mail"));
        join(later, open);
        assertThat(witness.caseOf(open).severity()).isEqualTo(Severity.CRITICAL);
        assertThat(witness.happeningsOf(open)).endsWith(Kind.JOINED, Kind.REASSESSED);
        assertThat(messages.of(open.value()).getLast().body()).contains("Question x", "Now nobody gets any mail");
        assertThat(witness.toldAbout(open)).contains(CaseMessages.CUSTOMER_WROTE, CaseMessages.SEVERITY_CHANGED);
    }

    @Test
    void aMilderRequestDoesNotMakeTheOpenCaseLessUrgent() {
        var open = desk.diagnosing();
        var later = desk.registered();
        replanCase.reassess(later, Severity.MINIMAL, "nina");
        join(later, open);
        assertThat(witness.caseOf(open).severity()).isEqualTo(Severity.CRITICAL);
    }

    /** One subject may stand over two different things. */
    @Test
    void aCaseIsProposedByItsWordsAndOnlyShownForItsSubject() {
        String subject = "Question " + UUID.randomUUID();
        var open = desk.diagnosing(ARequest.about("Exchange Online", subject, "How many licences do we have?"));
        var other = readRequest.read(
                desk.registered(ARequest.about("Exchange Online", subject.toUpperCase(Locale.ROOT), "Mail is down")),
                CaseDesk.step("serviceTask_ReadRequest"));
        assertThat(other.openCase()).isEqualTo(open.value());
        assertThat(other.sameRequest()).isNull();
        var same = readRequest.read(
                desk.registered(ARequest.about("Exchange Online", "Again", "How many licences do we have?")),
                CaseDesk.step("serviceTask_ReadRequest"));
        assertThat(same.sameRequest()).isEqualTo(same.openCase());
        assertThat(same.sameRequest()).isNotNull();
    }

    @Test
    void aCaseWithdrawnMeanwhileStaysWithdrawn() {
        var open = desk.diagnosing();
        var later = desk.registered();
        withdrawCase.withdraw(later, null, "portal");
        join(later, open);
        assertThat(witness.statusOf(later)).isEqualTo(CaseStatus.WITHDRAWN);
        assertThat(witness.happeningsOf(open)).doesNotContain(Kind.JOINED);
    }

    /** Else the request would end together with one that nobody works on. */
    @Test
    void aCaseWhoseOpenCaseEndedMeanwhileGoesOnAlone() {
        var open = desk.diagnosing();
        var later = desk.registered();
        withdrawCase.withdraw(open, "Reported twice", "portal");
        // The first order to start is through before the second.
        witness.toldAbout(later);
        join(later, open);
        assertThat(witness.statusOf(later)).isEqualTo(CaseStatus.RECEIVED);
        assertThat(witness.caseOf(later).duplicateOf()).isEmpty();
        assertThat(witness.latestOf(later).kind()).isEqualTo(Kind.NOT_JOINED);
        assertThat(witness.latestOf(later).text()).isEqualTo(open.value());
        // Its process ends here, so another one has to take it up.
        assertThat(witness.caseOf(later).processInstanceKey()).isEmpty();
        assertThat(witness.toldAbout(later))
                .containsExactly(CaseMessages.REQUEST_RECEIVED, CaseMessages.REQUEST_RECEIVED);
        assertThat(witness.happeningsOf(open)).doesNotContain(Kind.JOINED);
    }

    @Test
    void aCaseThatIsWorkedOnIsNotJoined() {
        var open = desk.diagnosing();
        var later = desk.diagnosing();
        var kept = witness.everythingAbout(open);
        assertThatThrownBy(() -> join(later, open)).isInstanceOf(NotPossibleNow.class);
        assertThat(witness.statusOf(later)).isEqualTo(CaseStatus.DIAGNOSING);
        assertThat(witness.everythingAbout(open)).isEqualTo(kept);
    }

    /** Two agents, each of whom takes the other's case for the one that goes on. */
    @Test
    void twoCasesNeverEndAsEachOther() {
        var one = desk.registered();
        var other = desk.registered();
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    witness.caseOf(one);
                    inAnotherTransaction(() -> join(one, other));
                    // What was read before is out of date by now.
                    join(other, one);
                }))
                .isInstanceOf(ConcurrencyFailureException.class);
        assertThat(witness.statusOf(other)).isEqualTo(CaseStatus.RECEIVED);

        join(other, one);
        assertThat(witness.statusOf(other)).isEqualTo(CaseStatus.RECEIVED);
        assertThat(witness.latestOf(other).kind()).isEqualTo(Kind.NOT_JOINED);
        assertThat(witness.statusOf(one)).isEqualTo(CaseStatus.DUPLICATE);
        assertThat(witness.caseOf(one).duplicateOf()).contains(other);
    }

    private static void inAnotherTransaction(Runnable action) {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            executor.submit(action).get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void join(CaseNumber number, CaseNumber open) {
        joinOpenCase.join(number, open, CaseDesk.step("serviceTask_JoinOpenCase"));
    }
}

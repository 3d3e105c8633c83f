package io.casewright.casefile.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.CaseStatus;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.casefile.persistence.MessageReadings;
import io.casewright.customer.CustomerDirectory;
import io.casewright.message.CaseMessage;
import io.casewright.message.Messages;
import io.casewright.message.ReadPurport;
import io.casewright.testkit.ARequest;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.CaseWitness;
import io.casewright.testkit.CasewrightTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;

/** Where a message of a customer goes, by the state of the case it is written to. */
@CasewrightTest
class ReceiveMessageTests {

    private static final String HOSTILE = "It <img src=x onerror=alert(1)> is {{name}} worse ${7*7}";

    @Autowired
    CaseDesk desk;

    @Autowired
    CaseWitness witness;

    @Autowired
    ReceiveMessage receiveMessage;

    @Autowired
    WithdrawCase withdrawCase;

    @Autowired
    JoinOpenCase joinOpenCase;

    @Autowired
    CaseSteps steps;

    @Autowired
    CaseProcess process;

    @Autowired
    Messages messages;

    @Autowired
    FollowingCase followingCase;

    @Autowired
    MessageReadings readings;

    @Autowired
    ReadPurport readPurport;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    CustomerDirectory directory;

    @Autowired
    FilesOfCase filesOfCase;

    @Autowired
    CaseSettings settings;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void isReadBesideTheWorkAndStaysText() {
        var number = desk.resolving();
        String key = newKey();
        assertThat(write(number, HOSTILE, key).number()).isEqualTo(number);
        assertThat(witness.statusOf(number)).isEqualTo(CaseStatus.RESOLVING);
        assertThat(messages.of(number.value()))
                .singleElement()
                .extracting(CaseMessage::body)
                .isEqualTo(HOSTILE);
        var entry = witness.latestOf(number);
        assertThat(entry.kind()).isEqualTo(Kind.MESSAGE_RECEIVED);
        assertThat(entry.actor()).isEqualTo(Actor.customer("portal"));
        assertThat(entry.elementId()).isNull();
        assertThat(entry.text()).isEqualTo(HOSTILE);
        assertThat(witness.toldAbout(number)).containsOnlyOnce(CaseMessages.CUSTOMER_WROTE);

        var kept = witness.everythingAbout(number);
        write(number, HOSTILE, key);
        assertThat(witness.everythingAbout(number)).isEqualTo(kept);
    }

    @Test
    void whatFollowsTheAnswerIsReadBesideTheWorkAndAnswersNoLaterQuestion() {
        var number = desk.waitingForCustomer();
        write(number, "All of them", newKey());
        write(number, "And one more", newKey());
        assertThat(witness.toldAbout(number))
                .containsOnlyOnce(CaseMessages.CUSTOMER_REPLIED)
                .containsOnlyOnce(CaseMessages.CUSTOMER_WROTE);
    }

    @Test
    void answersTheQuestionThatWaitsAndNothingMoreIsAwaitedOfTheCustomer() {
        var number = desk.waitingForCustomer();
        write(number, "All of them", newKey());
        assertThat(witness.statusOf(number)).isEqualTo(CaseStatus.WAITING_FOR_CUSTOMER);
        assertThat(witness.caseOf(number).replyDue()).isEmpty();
        assertThat(witness.toldAbout(number))
                .contains(CaseMessages.CUSTOMER_REPLIED)
                .doesNotContain(CaseMessages.CUSTOMER_WROTE);
    }

    @Test
    void reopensACaseUntilTheTimeForItIsOver() {
        var number = desk.closed();
        var ended = witness.caseOf(number).endedAt().orElseThrow();
        String key = newKey();
        var reached = writeAt(ended.plus(settings.reopenTime()).minusSeconds(1), number, key);
        assertThat(reached.number()).isEqualTo(number);
        assertThat(witness.statusOf(number)).isEqualTo(CaseStatus.DIAGNOSING);
        assertThat(witness.caseOf(number).endedAt()).isEmpty();
        assertThat(witness.caseOf(number).processInstanceKey()).isEmpty();
        assertThat(witness.latestOf(number).kind()).isEqualTo(Kind.REOPENED);
        assertThat(witness.latestOf(number).text()).isEqualTo("It is back");
        assertThat(witness.toldAbout(number)).containsOnlyOnce(CaseMessages.CASE_REOPENED);

        var kept = witness.everythingAbout(number);
        write(number, "It is back", key);
        assertThat(witness.everythingAbout(number)).isEqualTo(kept);
    }

    @Test
    void opensACaseThatFollowsTheOldOneOnceThatTimeIsOver() {
        var request = ARequest.from("adatum.example", "it@adatum.example");
        var old = desk.closed(desk.resolved(desk.resolving(desk.diagnosing(request))));
        var ended = witness.caseOf(old).endedAt().orElseThrow();
        var kept = witness.everythingAbout(old);
        String key = newKey();
        var number = writeAt(ended.plus(settings.reopenTime()), old, key).number();

        assertThat(number).isNotEqualTo(old);
        var followUp = witness.caseOf(number);
        assertThat(followUp.followUpOf()).contains(old);
        assertThat(followUp.status()).isEqualTo(CaseStatus.RECEIVED);
        assertThat(followUp.contactId()).isEqualTo(witness.caseOf(old).contactId());
        assertThat(followUp.request().subject()).isEqualTo(request.subject());
        assertThat(followUp.request().description()).isEqualTo("It is back");
        assertThat(followUp.request().locale()).isEqualTo("de");
        assertThat(witness.toldAbout(number)).containsExactly(CaseMessages.REQUEST_RECEIVED);
        assertThat(witness.everythingAbout(old)).startsWith(kept.substring(0, kept.indexOf('\n')));
        assertThat(witness.statusOf(old)).isEqualTo(CaseStatus.CLOSED);

        assertThat(writeAt(ended.plus(Duration.ofDays(99)), old, key).number()).isEqualTo(number);
        assertThat(writeAt(ended.plus(Duration.ofDays(99)), old, newKey()).number())
                .isNotEqualTo(number);
    }

    @Test
    void neverRevivesAWithdrawnCaseButFollowsIt() {
        var withdrawn = desk.resolving();
        withdrawCase.withdraw(withdrawn, null, "portal");
        var reached = write(withdrawn, "I need it after all", newKey());
        assertThat(reached.number()).isNotEqualTo(withdrawn);
        assertThat(witness.caseOf(reached.number()).followUpOf()).contains(withdrawn);
        assertThat(witness.statusOf(withdrawn)).isEqualTo(CaseStatus.WITHDRAWN);
    }

    @Test
    void aJoinedCasePassesItOnToTheOneThatGoesOn() {
        var open = desk.diagnosing();
        var middle = desk.registered();
        var first = desk.registered();
        join(first, middle);
        join(middle, open);
        var kept = witness.everythingAbout(first);
        assertThat(write(first, "Any news?", newKey()).number()).isEqualTo(open);
        assertThat(witness.latestOf(open).text()).isEqualTo("Any news?");
        var asked = ARequest.aRequest();
        assertThat(messages.of(open.value()))
                .extracting(CaseMessage::body)
                .containsExactly(asked.subject() + "\n\n" + asked.description(), "Any news?");
        assertThat(witness.everythingAbout(first)).isEqualTo(kept);
    }

    @Test
    void aJoinedCaseWhoseOtherEndedIsFollowedByACaseThatNamesTheOther() {
        var open = desk.diagnosing();
        var joined = desk.registered();
        join(joined, open);
        withdrawCase.withdraw(open, null, "portal");
        var reached = write(joined, "Any news?", newKey());
        assertThat(witness.caseOf(reached.number()).followUpOf()).contains(open);
    }

    @Test
    void theLongestMessageFitsWhateverItsScript() {
        String text = "語".repeat(20_000);
        var number = desk.resolving();
        write(number, text, newKey());
        assertThat(witness.latestOf(number).text()).isEqualTo(text);

        var withdrawn = desk.resolving();
        withdrawCase.withdraw(withdrawn, null, "portal");
        assertThat(write(withdrawn, text, newKey()).request().description()).isEqualTo(text);
    }

    @Test
    void theSameMessageManyTimesAtOnceOpensOneCase() throws Exception {
        var withdrawn = desk.resolving();
        withdrawCase.withdraw(withdrawn, null, "portal");
        String key = newKey();
        Callable<CaseNumber> writing = () -> write(withdrawn, "Once more", key).number();
        var reached = new HashSet<CaseNumber>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var each : executor.invokeAll(List.of(writing, writing, writing, writing))) {
                try {
                    reached.add(each.get());
                } catch (ExecutionException e) {
                    assertThat(e.getCause()).isInstanceOf(DataAccessException.class);
                }
            }
        }
        reached.add(write(withdrawn, "Once more", key).number());
        assertThat(reached).hasSize(1);
        assertThat(messages.of(withdrawn.value())).hasSize(1);
    }

    @Test
    void twoMessagesAtOnceReopenACaseOnce() throws Exception {
        var number = desk.closed();
        Callable<CaseNumber> writing =
                () -> write(number, "It is back", newKey()).number();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var each : executor.invokeAll(List.of(writing, writing))) {
                try {
                    assertThat(each.get()).isEqualTo(number);
                } catch (ExecutionException e) {
                    assertThat(e.getCause()).isInstanceOf(DataAccessException.class);
                }
            }
        }
        assertThat(witness.statusOf(number)).isEqualTo(CaseStatus.DIAGNOSING);
        assertThat(witness.happeningsOf(number)).containsOnlyOnce(Kind.REOPENED);
    }

    private void join(CaseNumber number, CaseNumber open) {
        joinOpenCase.join(number, open, CaseDesk.step("serviceTask_JoinOpenCase"));
    }

    private SupportCase write(CaseNumber number, String text, String key) {
        return receiveMessage.receive(number, text, "portal", key).orElseThrow();
    }

    private SupportCase writeAt(Instant now, CaseNumber number, String key) {
        var then = new ReceiveMessage(
                steps,
                process,
                messages,
                readings,
                readPurport,
                followingCase,
                new Reopening(steps, process, events, settings, Clock.fixed(now, ZoneOffset.UTC)),
                filesOfCase,
                directory);
        return transaction.execute(
                status -> then.receive(number, "It is back", "portal", key).orElseThrow());
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }
}

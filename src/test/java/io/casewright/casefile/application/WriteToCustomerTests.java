package io.casewright.casefile.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.casefile.persistence.HeldLetters;
import io.casewright.message.CaseMessage;
import io.casewright.message.Messages;
import io.casewright.platform.outbox.Outbox;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.CaseWitness;
import io.casewright.testkit.CasewrightTest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** A letter of an agent goes out once, at whatever step its case is, unless it is taken back in time. */
@CasewrightTest
class WriteToCustomerTests {

    private static final String WORDS = "We look into it. <b>{{x}}</b>";

    @Autowired
    CaseDesk desk;

    @Autowired
    CaseWitness witness;

    @Autowired
    WriteToCustomer atOnce;

    @Autowired
    WithdrawCase withdrawCase;

    @Autowired
    SplitCase splitCase;

    @Autowired
    Messages messages;

    @Autowired
    CaseSteps steps;

    @Autowired
    HeldLetters letters;

    @Autowired
    Correspondence correspondence;

    @Autowired
    Outbox outbox;

    @Autowired
    CaseSettings settings;

    @Autowired
    Clock clock;

    @Autowired
    TransactionOperations transactions;

    private WriteToCustomer held;

    @BeforeEach
    void holdLetters() {
        var longer = new CaseSettings(
                settings.confirmationTime(),
                settings.closingReminder(),
                settings.unreadTime(),
                Duration.ofHours(1),
                settings.takeUpTime(),
                settings.replyTime(),
                settings.reminderEvery(),
                settings.reopenTime(),
                settings.knownIssueCheck(),
                settings.actionTime(),
                settings.newsTime(),
                settings.priority());
        held = new WriteToCustomer(steps, letters, correspondence, outbox, longer, clock);
    }

    @Test
    void nothingIsSentAndNothingIsToldWhileItCanBeTakenBack() {
        var number = desk.diagnosing();
        var kept = witness.everythingAbout(number);
        long letter = hold(number, "k1");
        assertThat(witness.everythingAbout(number)).isEqualTo(kept);
        assertThat(takenBack(number, letter)).isTrue();
        release(number, letter);
        assertThat(witness.everythingAbout(number)).isEqualTo(kept);
        assertThat(takenBack(number, letter)).isFalse();
    }

    @Test
    void itGoesOutOnceWhenItsTimeIsUp() {
        var number = desk.diagnosing();
        long letter = hold(number, "k1");
        hold(number, "k1");
        release(number, letter);
        release(number, letter);
        release(number, hold(number, "k1"));
        assertThat(letterTexts(number)).hasSize(1);
        assertThat(witness.happeningsOf(number)).containsOnlyOnce(Kind.CUSTOMER_WRITTEN_TO);
        assertThat(letterTexts(number).getFirst()).contains(WORDS);
        assertThat(witness.latestOf(number).kind()).isEqualTo(Kind.CUSTOMER_WRITTEN_TO);
        assertThat(witness.latestOf(number).actor()).isEqualTo(Actor.agent("nina"));
        assertThat(takenBack(number, letter)).isFalse();
    }

    @Test
    void itIsTakenBackAtItsOwnCaseOnly() {
        var number = desk.diagnosing();
        long letter = hold(number, "k1");
        assertThat(takenBack(desk.diagnosing(), letter)).isFalse();
        release(number, letter);
        assertThat(letterTexts(number)).hasSize(1);
    }

    @Test
    void aCaseThatEndedCanBeWrittenAboutToo() {
        var number = desk.diagnosing();
        withdrawCase.withdraw(number, null, "portal");
        atOnce.write(number, WORDS, "nina", UUID.randomUUID().toString());
        assertThat(letterTexts(number)).anyMatch(text -> text.contains(WORDS));
    }

    @Test
    void aSecondProblemBecomesACaseOfItsOwn() {
        var number = desk.diagnosing();
        var other = splitCase.split(number, "The printer is broken too", "nina", "s1");
        assertThat(splitCase.split(number, "The printer is broken too", "nina", "s1"))
                .isEqualTo(other);
        assertThat(witness.caseOf(other).request().description()).isEqualTo("The printer is broken too");
        assertThat(witness.latestOf(number).kind()).isEqualTo(Kind.CASE_OPENED);
        assertThat(witness.latestOf(number).text()).isEqualTo(other.value());
        assertThat(witness.happeningsOf(number)).containsOnlyOnce(Kind.CASE_OPENED);
    }

    private long hold(CaseNumber number, String key) {
        transactions.executeWithoutResult(status -> held.write(number, WORDS, "nina", key));
        return held.held(number).getFirst().id();
    }

    private void release(CaseNumber number, long letter) {
        transactions.executeWithoutResult(status -> held.release(number, letter));
    }

    private boolean takenBack(CaseNumber number, long letter) {
        return Boolean.TRUE.equals(transactions.execute(status -> held.takeBack(number, letter)));
    }

    private List<String> letterTexts(CaseNumber number) {
        return messages.of(number.value()).stream()
                .map(CaseMessage::body)
                .filter(body -> body.contains(WORDS))
                .toList();
    }
}

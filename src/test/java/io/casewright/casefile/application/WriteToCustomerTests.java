package io.casewright.casefile.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.attachment.Attachments;
import io.casewright.attachment.FilesForLater;
import io.casewright.attachment.HandedFile;
import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.casefile.persistence.HeldLetters;
import io.casewright.message.CaseMessage;
import io.casewright.message.Messages;
import io.casewright.platform.files.FileStore;
import io.casewright.platform.outbox.Outbox;
import io.casewright.platform.text.Fingerprint;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.CaseWitness;
import io.casewright.testkit.CasewrightTest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.unit.DataSize;

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

    @Autowired
    FilesOfCase filesOfCase;

    @Autowired
    FilesForLater filesForLater;

    @Autowired
    Attachments attachments;

    @Autowired
    FileStore store;

    private WriteToCustomer held;
    private List<HandedFile> files = List.of();

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
        held = new WriteToCustomer(steps, letters, correspondence, filesOfCase, filesForLater, outbox, longer, clock);
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
    void filesGoAlongOnce() throws Exception {
        var number = desk.diagnosing();
        files = List.of(file("trace.txt", "first " + UUID.randomUUID()), file("../trace.txt", "second"));
        long letter = hold(number, "k1");
        assertThat(attachments.of(number.value())).as("not before it is sent").isEmpty();
        assertThat(held.held(number))
                .singleElement()
                .satisfies(each -> assertThat(held.filesOf(each)).containsExactly("trace.txt", "trace.txt"));
        release(number, letter);
        release(number, hold(number, "k1"));
        assertThat(attachments.of(number.value()))
                .hasSize(2)
                .allSatisfy(file -> assertThat(messages.find(number.value(), file.messageId())
                                .orElseThrow()
                                .body())
                        .contains(WORDS));
        try (var content = attachments.open(attachments.of(number.value()).getLast())) {
            assertThat(content).hasContent("second");
        }
    }

    @Test
    void filesOfALetterThatIsTakenBackAreForgotten() {
        var number = desk.diagnosing();
        String content = "secret " + UUID.randomUUID();
        files = List.of(file("trace.txt", content));
        long letter = hold(number, "k1");
        assertThat(store.isKept(Fingerprint.of(content))).isTrue();
        takenBack(number, letter);
        assertThat(store.isKept(Fingerprint.of(content))).isFalse();
        release(number, letter);
        assertThat(attachments.of(number.value())).isEmpty();
    }

    @Test
    void moreThanALetterCarriesIsToldBeforehand() {
        var number = desk.diagnosing();
        assertThat(atOnce.problemWith(number, List.of(sized(11), sized(9)))).isEmpty();
        assertThat(atOnce.problemWith(number, List.of(sized(11), sized(10))))
                .contains("The files of a letter have at most 20 MB together.");
        assertThat(atOnce.problemWith(number, List.of(sized(26)))).contains("A file has at most 25 MB.");
        assertThat(atOnce.problemWith(number, Collections.nCopies(21, sized(0))))
                .contains("A message has at most 20 files.");
    }

    private static HandedFile file(String name, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return new HandedFile(name, bytes.length, new ByteArrayResource(bytes));
    }

    private static HandedFile sized(int megabytes) {
        return new HandedFile(
                "large.bin", DataSize.ofMegabytes(megabytes).toBytes(), new ByteArrayResource(new byte[0]));
    }

    @Test
    void aCaseThatEndedCanBeWrittenAboutToo() {
        var number = desk.diagnosing();
        withdrawCase.withdraw(number, null, "portal");
        atOnce.write(number, WORDS, "nina", UUID.randomUUID().toString(), List.of());
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
        transactions.executeWithoutResult(status -> held.write(number, WORDS, "nina", key, files));
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

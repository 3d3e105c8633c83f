package io.casewright.intake.application;

import static io.casewright.testkit.AMail.aMail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.casewright.attachment.Attachments;
import io.casewright.casefile.application.Correspondence;
import io.casewright.casefile.application.ReadCaseFile;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Channel;
import io.casewright.casefile.domain.Step;
import io.casewright.customer.ContactDetails;
import io.casewright.customer.CustomerDirectory;
import io.casewright.customer.Editor;
import io.casewright.customer.KeepCustomers;
import io.casewright.intake.domain.AsideReason;
import io.casewright.intake.domain.Decision;
import io.casewright.intake.domain.Decision.Outcome;
import io.casewright.intake.domain.Fate;
import io.casewright.intake.domain.IncomingMail;
import io.casewright.message.CaseMessage;
import io.casewright.message.LetterContent;
import io.casewright.message.MessageKind;
import io.casewright.message.Messages;
import io.casewright.message.OwnAddresses;
import io.casewright.message.PublicText;
import io.casewright.participant.Participant;
import io.casewright.participant.Participant.State;
import io.casewright.participant.Participants;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.CasewrightTest;
import io.casewright.testkit.MailRoom;
import io.casewright.testkit.MailSlot;
import io.casewright.testkit.RecordingEngine;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@CasewrightTest
class IntakeTests {

    @Autowired
    MailSlot slot;

    @Autowired
    CaseDesk cases;

    @Autowired
    Messages messages;

    @Autowired
    OwnAddresses addresses;

    @Autowired
    ReadCaseFile files;

    @Autowired
    DecideMail decide;

    @Autowired
    ShowMail show;

    @Autowired
    RecordingEngine engine;

    @Autowired
    Participants participants;

    @Autowired
    Correspondence correspondence;

    @Autowired
    Attachments attachments;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    MailRoom mailRoom;

    @Test
    void aMailOfAContactBecomesACase() {
        var mail = slot.arrived(aMail().about("Outlook schließt").saying("Seit heute früh."));

        assertThat(mail.fate()).isEqualTo(Fate.CASE);
        var opened = files.read(number(mail)).orElseThrow().supportCase();
        assertThat(opened.request().channel()).isEqualTo(Channel.EMAIL);
        assertThat(opened.request().subject()).isEqualTo("Outlook schließt");
        assertThat(opened.request().description()).isEqualTo("Seit heute früh.");
        assertThat(messages.of(mail.caseNumber()))
                .first()
                .extracting(CaseMessage::kind, CaseMessage::authorName, CaseMessage::body)
                .containsExactly(MessageKind.REQUEST, "Ida Toivonen", "Seit heute früh.");
    }

    @Test
    void oneMailToTwoMailboxesIsOneMail() {
        var mail = aMail();
        var first = slot.arrived(mail);
        var second = slot.arrived(mail.with("Received: by another.partner.example"));

        assertThat(second.fate()).isEqualTo(Fate.REPEATED);
        assertThat(messages.of(first.caseNumber())).hasSize(1);
    }

    @Test
    void anotherMailUnderTheSameIdIsLostToNobody() {
        var mail = slot.arrived(aMail().id("<one@contoso.example>").saying(unique()));
        var other = slot.arrived(aMail().id("<one@contoso.example>").saying(unique()));

        assertThat(List.of(mail.fate(), other.fate())).containsOnly(Fate.CASE);
        assertThat(other.caseNumber()).isNotEqualTo(mail.caseNumber());
    }

    @Test
    void anAnswerFindsItsCaseByTheLetterItAnswers() {
        var number = cases.waitingForCustomer();
        String letter = letterAbout(number);

        var mail = slot.arrived(aMail().answering(letter).about("Re: whatever").saying("All of us."));

        assertThat(mail.fate()).isEqualTo(Fate.MESSAGE);
        assertThat(messages.lastOfTheCustomer(number.value()))
                .map(CaseMessage::body)
                .contains("All of us.");
    }

    @Test
    void anAnswerFindsItsCaseByTheTokenThatItQuotes() {
        var number = cases.diagnosing();
        String token = addresses.tokenOf(number.value());

        var quoting = slot.arrived(
                aMail().saying("It began at eight.\n\nOn 1 Dec you wrote:\n> Hello\n> [ref:" + token + "]"));
        var addressed = slot.arrived(aMail().to("support+" + token.toUpperCase(Locale.ROOT) + "@partner.example")
                .saying(unique()));

        assertThat(List.of(quoting, addressed))
                .extracting(IncomingMail::fate, IncomingMail::caseNumber)
                .containsOnly(tuple(Fate.MESSAGE, number.value()));
        assertThat(messages.of(number.value()).getFirst().body()).contains("[ref:" + token + "]");
    }

    @Test
    void aSubjectAloneLeadsNowhere() {
        var number = cases.diagnosing();

        var mail = slot.arrived(aMail().about("Re: [" + number + "] It bounces").saying(unique()));

        assertThat(mail.fate()).isEqualTo(Fate.CASE);
        assertThat(mail.caseNumber()).isNotEqualTo(number.value());
    }

    @Test
    void nobodyOfAnotherCustomerIsHeard() {
        var number = cases.waitingForCustomer();

        var mail = slot.arrived(aMail().from("it@fabrikam.example").answering(letterAbout(number)));

        assertThat(mail.asideReason()).isEqualTo(AsideReason.NOT_OF_THE_CASE);
        assertThat(mail.proposedCase()).isEqualTo(number.value());
        assertThat(messages.lastOfTheCustomer(number.value())).isEmpty();
    }

    @Test
    void aColleagueOfWhoAskedIsHeard() {
        var number = cases.waitingForCustomer();

        var mail = slot.arrived(aMail().from("finance@contoso.example")
                .answering(letterAbout(number))
                .saying("Me too."));

        assertThat(mail.fate()).isEqualTo(Fate.MESSAGE);
        assertThat(messages.lastOfTheCustomer(number.value()))
                .map(CaseMessage::authorName)
                .contains("Omar Haddad");
    }

    @Test
    void filesOfAMailAreKeptWithItsMessage() throws Exception {
        var mail = slot.arrived(aMail().ofType("multipart/mixed; boundary=x").saying("""
                --x
                Content-Type: text/plain

                See the picture.
                --x
                Content-Type: text/plain; name="..\\..\\shot.txt"
                Content-Disposition: attachment; filename="..\\..\\shot.txt"
                Content-Transfer-Encoding: base64

                iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==
                --x--
                """));

        var file = attachments.of(mail.caseNumber()).getFirst();
        assertThat(file.name()).isEqualTo("shot.txt");
        assertThat(file.mediaType()).isEqualTo("image/png");
        assertThat(file.messageId()).isEqualTo(mail.messageId());
        assertThat(attachments.open(file).readAllBytes())
                .hasSize((int) file.size())
                .startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void filesBeyondALimitAreNamedWithTheReason() {
        String part = "--x\nContent-Type: application/pdf\nContent-Disposition: attachment; filename=%d.pdf\n\n%%PDF\n";
        String parts = IntStream.range(0, 22).mapToObj(part::formatted).collect(Collectors.joining());
        String large = "--x\nContent-Type: application/pdf\nContent-Disposition: attachment; filename=large.pdf\n\n"
                + "x".repeat(26 << 20) + "\n";

        var many = slot.arrived(
                aMail().ofType("multipart/mixed; boundary=x").saying("--x\n\n" + unique() + "\n" + parts + "--x--"));
        var heavy = slot.arrived(
                aMail().ofType("multipart/mixed; boundary=x").saying("--x\n\n" + unique() + "\n" + large + "--x--"));

        assertThat(attachments.of(many.caseNumber())).hasSize(22);
        assertThat(attachments.of(many.caseNumber()).getLast().refusal()).isEqualTo("A message has at most 20 files.");
        assertThat(attachments.of(heavy.caseNumber())).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("large.pdf");
            assertThat(file.refusal()).isEqualTo("A file has at most 25 MB.");
        });
    }

    @Test
    void whoIsInCopyHearsWhatIsPublicAndIsHeard() {
        var mail = slot.arrived(aMail().to("support@partner.example, finance@contoso.example, guest@elsewhere.example")
                .saying(unique()));
        assertThat(participants.of(mail.caseNumber()))
                .extracting(Participant::address, Participant::state)
                .containsExactlyInAnyOrder(
                        tuple("finance@contoso.example", State.ACTIVE),
                        tuple("guest@elsewhere.example", State.UNKNOWN));

        letterTo(number(mail), "We are on it.");

        var copies = await().until(() -> mailRoom.about(mail.caseNumber()), mails -> mails.size() == 2);
        assertThat(copies).extracting(IntakeTests::idOf).hasSize(2).containsOnly(idOf(copies.getFirst()));
        assertThat(copies)
                .allSatisfy(copy -> assertThat(addressed(copy))
                        .contains("it@contoso.example", "finance@contoso.example")
                        .doesNotContain("guest@"));

        var answer = slot.arrived(aMail().from("finance@contoso.example")
                .answering(idOf(copies.getFirst()))
                .saying("Thank you, but it still fails."));
        assertThat(answer.caseNumber()).isEqualTo(mail.caseNumber());
        assertThat(files.read(number(mail)).orElseThrow().requester().contactEmail())
                .isEqualTo("it@contoso.example");
    }

    @Test
    void whoIsMutedHearsNothingAndWhoIsRemovedIsNotHeard() {
        var mail = slot.arrived(
                aMail().to("support@partner.example, finance@contoso.example").saying(unique()));
        var omar = participants.of(mail.caseNumber()).getFirst();

        participants.change(mail.caseNumber(), omar.id(), State.MUTED, "maya");
        letterTo(number(mail), "We are on it.");
        String letter = letterAbout(number(mail));
        assertThat(addressed(mailRoom.about(mail.caseNumber()).getFirst())).doesNotContain("finance@");
        assertThat(slot.arrived(aMail().from("finance@contoso.example")
                                .answering(letter)
                                .saying(unique()))
                        .fate())
                .isEqualTo(Fate.MESSAGE);

        participants.change(mail.caseNumber(), omar.id(), State.REMOVED, "maya");
        assertThat(slot.arrived(aMail().from("finance@contoso.example")
                                .answering(letter)
                                .saying(unique()))
                        .asideReason())
                .isEqualTo(AsideReason.NOT_OF_THE_CASE);
    }

    @Test
    void aForgedMailReachesNoCase() {
        var number = cases.waitingForCustomer();

        var forged = slot.arrived(aMail().unproven().answering(letterAbout(number)));
        var fresh = slot.arrived(aMail().unproven().saying(unique()));

        assertThat(forged.asideReason()).isEqualTo(AsideReason.UNPROVEN);
        assertThat(fresh.asideReason()).isEqualTo(AsideReason.UNPROVEN);
        assertThat(messages.lastOfTheCustomer(number.value())).isEmpty();
        assertThat(engine.told())
                .extracting(RecordingEngine.Told::message, RecordingEngine.Told::correlationKey)
                .contains(tuple(IntakeMessages.SET_ASIDE, fresh.reference()));
    }

    @Test
    void aForgedMailKeepsTheSameOneOfItsSenderOutOfNothing() {
        var mail = aMail().saying(unique());
        var forged = slot.arrived(mail.unproven());

        var real = slot.arrived(new String(mail.bytes(), StandardCharsets.UTF_8)
                .replace("dmarc=fail", "dmarc=pass")
                .getBytes(StandardCharsets.UTF_8));

        assertThat(forged.asideReason()).isEqualTo(AsideReason.UNPROVEN);
        assertThat(real.fate()).isEqualTo(Fate.CASE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-replied",
                "X-Autoreply: yes",
                "Precedence: auto_reply",
                "Return-Path: <>",
            })
    void aMachinesAnswerOpensNothingAndMovesNothing(String header) {
        var number = cases.waitingForCustomer();
        String letter = letterAbout(number);

        var alone = slot.arrived(aMail().with(header).saying(unique()));
        var answering = slot.arrived(aMail().with(header).answering(letter).saying(unique()));

        assertThat(alone.fate()).isEqualTo(Fate.AUTOMATIC);
        assertThat(answering.fate()).isEqualTo(Fate.MESSAGE);
        assertThat(messages.of(number.value()).getLast().automatic()).isTrue();
        assertThat(files.read(number).orElseThrow().supportCase().awaitsReply()).isTrue();
    }

    @Test
    void aLetterOfOursThatComesBackInACircleIsNobodysMessage() {
        var number = cases.waitingForCustomer();

        var own = slot.arrived(aMail().from("support@partner.example").id(letterAbout(number)));

        assertThat(own.fate()).isEqualTo(Fate.OWN);
    }

    @Test
    void aNewsletterOfAStrangerIsKeptAndShownToNobody() {
        var mail = slot.arrived(aMail().from("news@shop.example").with("List-Id: <news.shop.example>"));

        assertThat(mail.fate()).isEqualTo(Fate.BULK);
    }

    @Test
    void aContactWritesFromASubAddress() {
        var mail = slot.arrived(aMail().from("it+desk@contoso.example").saying(unique()));

        assertThat(mail.fate()).isEqualTo(Fate.CASE);
    }

    @Test
    void aFloodOpensNoMoreThanACustomerCouldMean() {
        String sender = "flood@contoso.example";
        aContact(sender);
        for (int i = 0; i < 20; i++) {
            assertThat(slot.arrived(aMail().from(sender).saying(unique())).fate())
                    .isEqualTo(Fate.CASE);
        }

        assertThat(slot.arrived(aMail().from(sender).saying(unique())).asideReason())
                .isEqualTo(AsideReason.FLOOD);
    }

    @Test
    void aLetterThatCameBackIsToldAtItsCase() {
        var number = cases.waitingForCustomer();
        String letter = letterAbout(number);

        var mail = slot.arrived(aMail().from("MAILER-DAEMON@contoso.example")
                .unproven()
                .with("Auto-Submitted: auto-replied")
                .ofType("multipart/report; report-type=delivery-status; boundary=x")
                .saying("""
                        --x
                        Content-Type: text/plain

                        It could not be delivered.
                        --x
                        Content-Type: message/delivery-status

                        Reporting-MTA: dns; mx.contoso.example

                        Final-Recipient: rfc822; it@contoso.example
                        Action: failed
                        Status: 5.1.1
                        --x
                        Content-Type: text/rfc822-headers

                        Message-ID: %s
                        Subject: ours
                        --x--
                        """.formatted(letter)));

        assertThat(mail.fate()).isEqualTo(Fate.REPORT);
        assertThat(messages.letter(letter).orElseThrow().failure()).contains("5.1.1");
    }

    @Test
    void aPersonPutsAMailToItsCase() {
        var number = cases.waitingForCustomer();
        var mail = slot.arrived(aMail().from("Ada <ada@elsewhere.example>").saying(unique()));

        assertThat(show.show(mail.reference()).why()).isEqualTo(AsideReason.UNKNOWN.words());
        assertThat(decide.problemWith(mail.reference(), decision(Outcome.CASE, "CW-2026-999999")))
                .hasValueSatisfying(problem -> assertThat(problem).contains("no such case"));
        assertThat(decide.decide(mail.reference(), decision(Outcome.CASE, number.value()), "maya"))
                .isTrue();
        // The engine may give the step again.
        assertThat(decide.decide(mail.reference(), decision(Outcome.CASE, number.value()), "maya"))
                .isTrue();

        assertThat(messages.of(number.value()).stream().filter(CaseMessage::isReply))
                .singleElement()
                .extracting(CaseMessage::authorName)
                .isEqualTo("Ada");
        assertThat(show.show(mail.reference()).why()).contains("sorted already");
    }

    @Test
    void aPersonMakesAContactOfTheSenderAndTheMailIsTaken() {
        var mail = slot.arrived(aMail().from("Nia Oduya <nia@contoso.example>").saying(unique()));
        assertThat(mail.asideReason()).isEqualTo(AsideReason.UNKNOWN);
        assertThat(show.show(mail.reference()).customer()).isEqualTo("Contoso");

        decide.decide(mail.reference(), new Decision(Outcome.CONTACT, null, "Nia Oduya", null, null), "maya");

        assertThat(await().until(() -> slot.sorted(mail.id()), found -> found.fate() == Fate.CASE))
                .isNotNull();
    }

    @Test
    void nobodyBecomesAContactForWhomNobodyVouches() {
        var mail = slot.arrived(aMail().from("nia@contoso.example").unproven().saying(unique()));

        assertThat(decide.problemWith(mail.reference(), new Decision(Outcome.CONTACT, null, "Nia", null, null)))
                .isPresent();
    }

    @Test
    void aPersonWritesBackWithoutACase() {
        var mail = slot.arrived(
                aMail().from("Bo <bo@elsewhere.example>").about("Your prices").saying(unique()));

        decide.decide(mail.reference(), new Decision(Outcome.ANSWER, null, null, "Please ask sales.", null), "maya");

        var answer = await().until(() -> mailTo("bo@elsewhere.example"), Optional::isPresent)
                .orElseThrow();
        assertThat(subjectOf(answer)).isEqualTo("Re: Your prices");
        assertThat(slot.sorted(mail.id()).fate()).isEqualTo(Fate.ANSWERED);
    }

    private static Decision decision(Outcome outcome, String caseNumber) {
        return new Decision(outcome, caseNumber, null, null, null);
    }

    private Optional<MimeMessage> mailTo(String address) {
        return Arrays.stream(mailRoom.getReceivedMessages())
                .filter(mail -> addressed(mail).contains(address))
                .findFirst();
    }

    private static String addressed(MimeMessage mail) {
        try {
            return Arrays.toString(mail.getAllRecipients());
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String subjectOf(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String letterAbout(CaseNumber number) {
        return await().until(() -> mailRoom.about(number.value()), mails -> !mails.isEmpty()).stream()
                .map(IntakeTests::idOf)
                .toList()
                .getLast();
    }

    private static String idOf(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void letterTo(CaseNumber number, String words) {
        transactions.executeWithoutResult(status -> correspondence.write(
                files.read(number).orElseThrow().supportCase(),
                new LetterContent.Update(new PublicText(words)),
                new Step("serviceTask_Test", UUID.randomUUID().toString(), true)));
    }

    private static CaseNumber number(IncomingMail mail) {
        return CaseNumber.parse(String.valueOf(mail.caseNumber())).orElseThrow();
    }

    private static String unique() {
        return "It is about " + UUID.randomUUID();
    }

    @Autowired
    KeepCustomers customers;

    @Autowired
    CustomerDirectory directory;

    private void aContact(String address) {
        customers.addContact(
                directory.findCustomer("contoso.example").orElseThrow(),
                new ContactDetails("Flo Od", address, ""),
                new Editor("maya", "Maya"));
    }
}

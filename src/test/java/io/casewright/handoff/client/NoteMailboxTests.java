package io.casewright.handoff.client;

import static io.casewright.handoff.client.Desks.REFERENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.casewright.handoff.application.AsideMails.AsideMail;
import io.casewright.handoff.application.AsideMails.MailboxAway;
import io.casewright.handoff.application.MailMemory;
import io.casewright.handoff.application.MailMemory.Reason;
import io.casewright.handoff.application.MailedNotes;
import io.casewright.handoff.application.MailedNotes.MailedNote;
import io.casewright.handoff.application.MailedNotes.Taken;
import io.casewright.platform.text.Secret;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.dao.DataAccessResourceFailureException;

class NoteMailboxTests {

    private static final String DESK = "noor@desk.trey.example";
    private static final String SERVER = "mx.partner.example";
    private static final DeskMailSettings DESK_MAIL =
            new DeskMailSettings("support@desk.trey.example", "tickets@partner.example");
    private static final Instant WRITTEN = Instant.parse("2026-11-23T09:15:00Z");

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Notes notes = new Notes();
    private final Memory memory = new Memory();
    private GreenMailUser user;
    private int port;

    /** Knows a message id, as the real one does. */
    private static final class Notes implements MailedNotes {

        private final List<MailedNote> taken = new ArrayList<>();
        private String poison = "";
        private boolean ends;
        private boolean down;

        @Override
        public Taken take(MailedNote note) {
            if (ends) {
                throw new OutOfMemoryError("Java heap space");
            }
            if (down || note.messageId().equals(poison)) {
                throw new IllegalStateException("The database is away");
            }
            if (!note.reference().equals(REFERENCE)) {
                return Taken.NO_TICKET;
            }
            if (taken.stream().anyMatch(before -> before.messageId().equals(note.messageId()))) {
                return Taken.KNOWN;
            }
            taken.add(note);
            return Taken.NOTED;
        }
    }

    /** Knows what was tried, as the real one does; time enough always passes between two tries. */
    private static final class Memory implements MailMemory {

        private final Map<String, Integer> tries = new HashMap<>();
        private final List<Reason> aside = new ArrayList<>();
        private boolean elsewhere;
        private boolean down;

        @Override
        public OptionalInt begin(String mail, Duration pause) {
            if (down) {
                throw new DataAccessResourceFailureException("The database is away");
            }
            return elsewhere ? OptionalInt.empty() : OptionalInt.of(tries.merge(mail, 1, Integer::sum));
        }

        @Override
        public void end(String mail) {
            tries.remove(mail);
        }

        @Override
        public void setAside(Reason reason) {
            aside.add(reason);
        }

        @Override
        public void allSeenTo() {
            aside.clear();
        }
    }

    @BeforeEach
    void start() {
        server.start();
        port = server.getImap().getPort();
        user = server.setUser("tickets@partner.example", "tickets", "secret");
    }

    @AfterEach
    void end() {
        server.stop();
    }

    @Test
    void takesAnAnswerFromTheDeskWithoutItsHistory() throws Exception {
        arrived("""
                From: Noor Dahl <%s>
                Subject: AW: [%s] Calendar items vanish
                Message-ID: <a1@desk.trey.example>
                Date: Mon, 23 Nov 2026 09:15:00 +0000
                Content-Type: text/plain; charset=utf-8

                Welche Version ist es?

                Am 23.11.26 um 09:00 schrieb Northwind Cloud:
                > Seit heute früh.
                """.formatted(DESK, REFERENCE));

        read();

        assertThat(notes.taken)
                .containsExactly(new MailedNote(
                        REFERENCE, "<a1@desk.trey.example>", DESK, WRITTEN, false, "Welche Version ist es?"));
        assertThat(subjects("Done")).containsExactly("AW: [" + REFERENCE + "] Calendar items vanish");
        assertThat(subjects("INBOX")).isEmpty();
        assertThat(counted("noted")).isOne();
    }

    @Test
    void findsTheTicketByTheMailThatIsAnsweredBeforeItLooksAtTheSubject() throws Exception {
        arrived("""
                From: %s
                Subject: Re: [CW-2026-000099-T1] something else
                Message-ID: <a2@desk.trey.example>
                In-Reply-To: <%s.7f0c2a11-5b7e-4c0d-9d58-0c8f7a3e2b10@partner.example>

                By the thread.
                """.formatted(DESK, REFERENCE));
        arrived("""
                From: %s
                Subject: Re: no reference here
                Message-ID: <a3@desk.trey.example>
                References: <%s@elsewhere.example> <%s@partner.example>

                By the references.
                """.formatted(DESK, "CW-2026-000098-T1", REFERENCE));

        read();

        assertThat(notes.taken)
                .extracting(MailedNote::text)
                .as("ids of other domains are not ours")
                .containsExactly("By the thread.", "By the references.");
    }

    @Test
    void takesWholeWhatAnAgentForwards() throws Exception {
        arrived("""
                From: "Ada Agent" <ADA@northwind.example>
                Subject: WG: Your request 626112300000017 (%s)
                Message-ID: <f1@northwind.example>
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=x

                --x
                Content-Type: multipart/alternative; boundary=y

                --y
                Content-Type: text/html; charset=utf-8

                <p>See below.</p><p>From: Microsoft Support<br>Sent: Monday</p><p>The fix is <b>deployed</b>.</p><script>alert(1)</script>
                --y--
                --x
                Content-Type: text/plain; name=trace.txt
                Content-Disposition: attachment; filename=trace.txt

                0x80070005
                --x--
                """.formatted(REFERENCE));

        read();

        assertThat(notes.taken).singleElement().satisfies(note -> {
            assertThat(note.from()).isEqualTo("ada@northwind.example");
            assertThat(note.forwarded()).isTrue();
            assertThat(note.text()).isEqualTo("""
                    See below.

                    From: Microsoft Support
                    Sent: Monday

                    The fix is deployed.

                    (attached, in the mailbox: trace.txt)""");
        });
    }

    @Test
    void quarantinesWhatItCannotTrustOrPlace() throws Exception {
        arrived("From: mallory@evil.example\nSubject: Re: [" + REFERENCE + "] stranger\nMessage-ID: <q1@x>\n\nHello");
        arrived("From: " + DESK + "\nSubject: no reference\nMessage-ID: <q2@x>\n\nHello");
        arrived("From: " + DESK + "\nSubject: [CW-2026-000050-T1] ended\nMessage-ID: <q3@x>\n\nHello");
        arrivedAsIs("Authentication-Results: " + SERVER + "; spf=fail; dmarc=fail\nFrom: " + DESK + "\nSubject: ["
                + REFERENCE + "] forged\nMessage-ID: <q4@x>\n\nHello");
        arrived("From: " + DESK + ", eve@evil.example\nSubject: [" + REFERENCE
                + "] two senders\nMessage-ID: <q5@x>\n\nHello");
        arrived("From: a@desk.trey.example.evil.example\nSubject: [" + REFERENCE
                + "] alike\nMessage-ID: <q6@x>\n\nHello");

        read();

        assertThat(notes.taken).isEmpty();
        assertThat(subjects("INBOX")).isEmpty();
        assertThat(subjects("Quarantine")).hasSize(6);
        assertThat(memory.aside)
                .containsExactly(
                        Reason.UNPLACED,
                        Reason.UNPLACED,
                        Reason.UNPLACED,
                        Reason.UNPROVEN,
                        Reason.UNPROVEN,
                        Reason.UNPLACED);
        assertThat(counted("unproven")).isEqualTo(2);
        assertThat(counted("unplaced")).isEqualTo(4);
        assertThat(meters.get("casewright.handoff.quarantine").gauge().value()).isEqualTo(6);
    }

    @Test
    void takesNoWordOfASenderWhoIsNotProven() throws Exception {
        String head = "From: " + DESK + "\nSubject: [" + REFERENCE + "]\nMessage-ID: ";
        arrivedAsIs(head + "<p1@x>\n\nNobody looked whether it is from the desk.");
        arrivedAsIs("Authentication-Results: mx.partner.example; spf=fail smtp.mailfrom=evil.example; dkim=fail\n"
                + head + "<p2@x>\n\nNo policy, and all fails.");
        arrivedAsIs("Authentication-Results: evil.example; dmarc=pass header.from=desk.trey.example\n"
                + "Authentication-Results: mx.partner.example; dmarc=fail header.from=desk.trey.example\n" + head
                + "<p3@x>\n\nA pass of the sender's own on top.");

        arrivedAsIs("Authentication-Results: " + SERVER + "; dmarc=fail header.from=desk.trey.example\n"
                + "Authentication-Results: " + SERVER + "; dmarc=pass header.from=desk.trey.example\n" + head
                + "<p4@x>\n\nA pass in the server's name, which came with the mail.");

        read();

        assertThat(notes.taken).isEmpty();
        assertThat(subjects("Quarantine")).hasSize(4);
        assertThat(counted("unproven")).isEqualTo(4);
    }

    @Test
    void opensNothingOfAMailWhoseSenderIsNotProven() throws Exception {
        arrivedAsIs("From: " + DESK + "\nSubject: [" + REFERENCE
                + "]\nMessage-ID: <o1@x>\nContent-Type: text/plain; charset=no-such-charset\n\nHello");

        read();

        assertThat(memory.aside).as("else it would be unreadable").containsExactly(Reason.UNPROVEN);
    }

    @Test
    void setsAsideAMailThatFailedThreeTimesAndReadsTheOthers() throws Exception {
        arrived("From: " + DESK + "\nSubject: [" + REFERENCE + "] poison\nMessage-ID: <poison@x>\n\nFails.");
        arrived("From: " + DESK + "\nSubject: [" + REFERENCE + "]\nMessage-ID: <b1@x>\n\nBehind it.");
        notes.poison = "<poison@x>";

        read();
        assertThat(notes.taken).extracting(MailedNote::text).containsExactly("Behind it.");
        read();
        assertThat(subjects("INBOX")).hasSize(1);
        read();

        assertThat(subjects("INBOX")).isEmpty();
        assertThat(subjects("Quarantine")).containsExactly("[" + REFERENCE + "] poison");
        assertThat(memory.aside).containsExactly(Reason.FAILED);
        assertThat(memory.tries).as("moved back by a person it is tried anew").isEmpty();
        assertThat(counted("failed")).isEqualTo(2);
        assertThat(counted("given_up")).isOne();
    }

    @Test
    void doesNotReadAMailAgainThatEndedTheApplicationThreeTimes() throws Exception {
        arrived("From: " + DESK + "\nSubject: [" + REFERENCE + "]\nMessage-ID: <k1@x>\n\nToo much.");
        notes.ends = true;
        for (int start = 1; start <= MailSorter.MOST_TRIES; start++) {
            assertThatThrownBy(this::read).isInstanceOf(OutOfMemoryError.class);
        }

        read();

        assertThat(memory.aside).containsExactly(Reason.FAILED);
        assertThat(subjects("Quarantine")).hasSize(1);
    }

    @Test
    void leavesAMailThatAnotherInstanceReads() throws Exception {
        arrived("From: " + DESK + "\nSubject: [" + REFERENCE + "]\nMessage-ID: <e1@x>\n\nOnce.");
        memory.elsewhere = true;

        read();

        assertThat(notes.taken).isEmpty();
        assertThat(subjects("INBOX")).hasSize(1);
    }

    @Test
    void holdsNothingAgainstAMailWhileTheDatabaseIsAway() throws Exception {
        arrived("From: " + DESK + "\nSubject: [" + REFERENCE + "]\nMessage-ID: <r1@x>\n\nWait.");
        memory.down = true;
        for (int minute = 1; minute <= 5; minute++) {
            read();
        }
        assertThat(subjects("INBOX")).hasSize(1);

        memory.down = false;
        read();

        assertThat(notes.taken).hasSize(1);
    }

    @Test
    void forgetsWhatWasSetAsideWhenSomebodySawToIt() throws Exception {
        memory.aside.add(Reason.UNPLACED);

        read();

        assertThat(memory.aside).as("the folder is empty").isEmpty();
    }

    @Test
    void readsNoHeadWithoutAnEnd() throws Exception {
        arrived("From: " + DESK + "\nSubject: [" + REFERENCE + "]\nMessage-ID: <h1@x>\nX-Long: " + "a".repeat(300 << 10)
                + "\n\nHello");

        read();

        assertThat(memory.aside).containsExactly(Reason.UNREADABLE);
    }

    @Test
    void takesTheWordsOfALargeMailAndLeavesALargeTextToAPerson() throws Exception {
        arrived("""
                From: %s
                Subject: [%s] with a trace
                Message-ID: <l1@desk.trey.example>
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=x

                --x
                Content-Type: text/plain

                Here is the trace.
                --x
                Content-Type: application/octet-stream
                Content-Disposition: attachment; filename=trace.etl
                Content-Transfer-Encoding: base64

                %s
                --x--
                """.formatted(DESK, REFERENCE, "QUFB\n".repeat(1 << 20)));
        arrived("From: " + DESK + "\nSubject: [" + REFERENCE + "]\nMessage-ID: <l2@desk.trey.example>\n\n"
                + "All of the log. ".repeat(200_000));

        read();

        assertThat(notes.taken)
                .extracting(MailedNote::text)
                .containsExactly("Here is the trace.\n\n(attached, in the mailbox: trace.etl)");
        assertThat(subjects("Quarantine")).hasSize(1);
    }

    @Test
    void ignoresAutomaticRepliesAndItsOwnMails() throws Exception {
        String head = "From: " + DESK + "\nSubject: Re: [" + REFERENCE + "]\n";
        arrived(head + "Message-ID: <i1@x>\nAuto-Submitted: auto-replied\n\nI am out of office.");
        arrived(head + "Message-ID: <i2@x>\nPrecedence: bulk\n\nNewsletter");
        arrived(head + "Message-ID: <i3@x>\nX-Autoreply: yes\n\nThank you.");
        arrived(head + "Message-ID: <i4@x>\nReturn-Path: <>\n\nNot delivered");
        arrived("From: MAILER-DAEMON@desk.trey.example\nSubject: [" + REFERENCE
                + "]\nMessage-ID: <i5@x>\n\nNot delivered");
        arrived(head + "Message-ID: <" + REFERENCE + "@partner.example>\n\nOur own mail, come back.");
        arrived(head + "Message-ID: <t1@x>\nAuto-Submitted: auto-generated\n\nOur engineer writes: restart it.");

        read();

        assertThat(notes.taken).extracting(MailedNote::text).containsExactly("Our engineer writes: restart it.");
        assertThat(counted("ignored")).isEqualTo(6);
        assertThat(subjects("Done")).hasSize(7);
    }

    @Test
    void readsAMailTwiceWithoutHarm() throws Exception {
        String mail = "From: " + DESK + "\nSubject: [" + REFERENCE + "]\nMessage-ID: <d1@x>\n\nOnce.";
        arrived(mail);
        arrived(mail);

        read();

        assertThat(notes.taken).hasSize(1);
        assertThat(subjects("Done")).hasSize(2);
        assertThat(counted("known")).isOne();
    }

    @Test
    void knowsAMailWithoutAnIdAgain() throws Exception {
        String mail = "From: " + DESK + "\nSubject: [" + REFERENCE + "]\n\nOnce.";
        arrived(mail);
        arrived(mail);
        arrived(mail.replace("Once", "Another"));

        read();

        assertThat(notes.taken).extracting(MailedNote::text).containsExactly("Once.", "Another.");
    }

    @Test
    void leavesAMailInPlaceThatCannotBeTakenNow() throws Exception {
        arrived("From: " + DESK + "\nSubject: [" + REFERENCE + "]\nMessage-ID: <w1@x>\n\nWait.");
        notes.down = true;
        read();
        assertThat(subjects("INBOX")).hasSize(1);
        assertThat(counted("failed")).isOne();

        notes.down = false;
        read();

        assertThat(notes.taken).hasSize(1);
        assertThat(subjects("INBOX")).isEmpty();
    }

    @Test
    void takesNoTimeToCome() throws Exception {
        arrived("From: " + DESK + "\nDate: Fri, 31 Dec 2100 23:59:59 +0000\nSubject: [" + REFERENCE
                + "]\nMessage-ID: <c1@x>\n\nFrom the future.");

        read();

        assertThat(notes.taken.getFirst().writtenAt()).isBeforeOrEqualTo(Instant.now());
    }

    @Test
    void survivesAServerThatIsAway() {
        server.stop();

        read();

        assertThat(notes.taken).isEmpty();
    }

    @Test
    void aPersonSeesWhatWasSetAsideAndSendsItOn() throws Exception {
        var quarantine = quarantine();
        assertThat(quarantine.list(10)).as("no such folder yet").isEmpty();
        arrivedAsIs("From: Noor <" + DESK + ">\nSubject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?= [" + REFERENCE
                + "]\nMessage-ID: <s1@x>\nDate: Mon, 23 Nov 2026 09:15:00 +0000\n\nNobody vouches for it.");
        arrived("From: " + DESK + "\nSubject: no reference\nMessage-ID: <s2@x>\n\nHello");
        read();
        var mails = quarantine.list(10);
        assertThat(mails).extracting(AsideMail::why).containsExactly(Reason.UNPROVEN, Reason.UNPLACED);
        var unproven = mails.getFirst();
        assertThat(unproven)
                .returns(DESK, AsideMail::sender)
                .returns("Grüße [" + REFERENCE + "]", AsideMail::subject)
                .returns(WRITTEN, AsideMail::writtenAt)
                .returns(REFERENCE, AsideMail::reference);
        assertThat(quarantine.words(unproven.name()))
                .hasValueSatisfying(words -> assertThat(words.text()).isEqualTo("Nobody vouches for it."));

        assertThat(quarantine.readAgain(unproven.name())).isTrue();
        assertThat(subjects("INBOX")).hasSize(1);
        assertThat(quarantine.readAgain(unproven.name())).as("somebody did").isFalse();
        assertThat(quarantine.done(mails.getLast().name())).isTrue();
        assertThat(subjects("Done")).containsExactly("no reference");
        assertThat(quarantine.list(10)).isEmpty();
    }

    @Test
    void aMailboxThatIsAwayIsSaid() {
        server.stop();
        assertThatThrownBy(() -> quarantine().list(10)).isInstanceOf(MailboxAway.class);
    }

    @Test
    void touchesNothingWhileNobodyTakesNotes() throws Exception {
        arrived("From: " + DESK + "\nSubject: [" + REFERENCE + "]\nMessage-ID: <n1@x>\n\nWait.");

        mailbox(new StaticListableBeanFactory()).read();

        assertThat(subjects("INBOX")).hasSize(1);
    }

    private void read() {
        var beans = new StaticListableBeanFactory();
        beans.addBean("mailedNotes", notes);
        mailbox(beans).read();
    }

    private NoteMailbox mailbox(StaticListableBeanFactory beans) {
        var settings = settings();
        return new NoteMailbox(settings, sorter(settings), memory, beans.getBeanProvider(MailedNotes.class), meters);
    }

    private Quarantine quarantine() {
        var settings = settings();
        return new Quarantine(settings, sorter(settings), new DeskMailIds(DESK_MAIL), Clock.systemUTC());
    }

    private MailSorter sorter(MailboxSettings settings) {
        return new MailSorter(settings, DESK_MAIL, new DeskMailIds(DESK_MAIL), memory, Clock.systemUTC());
    }

    private MailboxSettings settings() {
        return new MailboxSettings(
                "127.0.0.1",
                port,
                false,
                "tickets",
                new Secret("secret"),
                "INBOX",
                Duration.ofMinutes(1),
                SERVER,
                List.of("northwind.example"),
                Duration.ofSeconds(5));
    }

    /** From the domain that it names, as far as the receiving server found. */
    private void arrived(String mail) throws MessagingException {
        var domain = Pattern.compile("(?im)^From:.*@([a-z0-9.-]+)").matcher(mail);
        String from = domain.find() ? domain.group(1) : "";
        arrivedAsIs("Authentication-Results: " + SERVER + "; dmarc=pass header.from=" + from + "\n" + mail);
    }

    private void arrivedAsIs(String mail) throws MessagingException {
        byte[] bytes = mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        user.deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes)));
    }

    private List<String> subjects(String folder) throws FolderException {
        var manager = server.getManagers().getImapHostManager();
        MailFolder found = manager.getFolder(user, folder);
        return found == null
                ? List.of()
                : found.getMessages().stream()
                        .map(StoredMessage::getMimeMessage)
                        .map(mail -> {
                            try {
                                return mail.getSubject();
                            } catch (MessagingException e) {
                                throw new IllegalStateException(e);
                            }
                        })
                        .toList();
    }

    private double counted(String outcome) {
        return meters.counter("casewright.handoff.mails", "outcome", outcome).count();
    }
}

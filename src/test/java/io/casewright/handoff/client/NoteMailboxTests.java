package io.casewright.handoff.client;

import static io.casewright.handoff.client.Desks.REFERENCE;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
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
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class NoteMailboxTests {

    private static final String DESK = "noor@desk.trey.example";
    private static final Instant WRITTEN = Instant.parse("2026-11-23T09:15:00Z");

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Notes notes = new Notes();
    private GreenMailUser user;
    private int port;

    /** Knows a message id, as the real one does. */
    private static final class Notes implements MailedNotes {

        private final List<MailedNote> taken = new ArrayList<>();
        private boolean down;

        @Override
        public Taken take(MailedNote note) {
            if (down) {
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
        arrived(
                "From: " + DESK + "\nSubject: [" + REFERENCE
                        + "] forged\nMessage-ID: <q4@x>\nAuthentication-Results: mx.partner.example; spf=fail; dmarc=fail\n\nHello");
        arrived("From: " + DESK + ", eve@evil.example\nSubject: [" + REFERENCE
                + "] two senders\nMessage-ID: <q5@x>\n\nHello");
        arrived("From: a@desk.trey.example.evil.example\nSubject: [" + REFERENCE
                + "] alike\nMessage-ID: <q6@x>\n\nHello");
        arrived("From: " + DESK + "\nSubject: [" + REFERENCE
                + "] unreadable\nMessage-ID: <q7@x>\nContent-Type: text/plain; charset=no-such-charset\n\nHello");

        read();

        assertThat(notes.taken).isEmpty();
        assertThat(subjects("INBOX")).isEmpty();
        assertThat(subjects("Quarantine")).hasSize(7);
        assertThat(counted("quarantined")).isEqualTo(7);
        assertThat(meters.get("casewright.handoff.quarantine").gauge().value()).isEqualTo(7);
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
        var desk = new DeskMailSettings("support@desk.trey.example", "tickets@partner.example");
        var settings = new MailboxSettings(
                "127.0.0.1",
                port,
                false,
                "tickets",
                new Secret("secret"),
                "INBOX",
                Duration.ofMinutes(1),
                List.of("northwind.example"),
                Duration.ofSeconds(5));
        return new NoteMailbox(
                settings,
                desk,
                new DeskMailIds(desk),
                beans.getBeanProvider(MailedNotes.class),
                meters,
                Clock.systemUTC());
    }

    private void arrived(String mail) throws MessagingException {
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

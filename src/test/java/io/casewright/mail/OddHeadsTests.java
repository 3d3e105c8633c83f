package io.casewright.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.mail.MailHead.Mailer;
import io.casewright.mail.MailHead.Writer;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Heads of mails as programs of this world write them. */
class OddHeadsTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            =?utf-8?Q?Gr=C3=BC=C3=9Fe?=                                | Grüße
            =?UTF-8?B?R3LDvMOfZQ==?=                                   | Grüße
            =?utf-8?B?R3LD?= =?utf-8?B?vMOfZQ==?=                      | Grüße
            =?utf-8?Q?Gr=C3?= =?utf-8?Q?=BC=C3=9Fe?= to all            | Grüße to all
            =?iso-8859-1?Q?Gr=FC=DFe?= =?utf-8?Q?_=E2=82=AC?=          | Grüße €
            =?utf-8*de?Q?Gr=C3=BC=C3=9Fe?=                             | Grüße
            Re: =?windows-1252?Q?=93Gr=FC=DFe=94?=                     | Re: “Grüße”
            =?no-such?Q?Gr=C3=BC=C3=9Fe?=                              | Grüße
            =?utf-8?X?abc?=                                            | =?utf-8?X?abc?=
            =?utf-8?Q?broken                                           | =?utf-8?Q?broken
            =?utf-8?B?####?=                                           | ''
            =?utf-8?Q?a=ZZb=?=                                         | a=ZZb=
            Grüße as bytes                                             | Grüße as bytes
            =?iso-2022-jp?B?GyRCRnxLXBsoQg==?=                         | 日本
            =?gb2312?B?1tDOxA==?=                                      | 中文
            =?utf-8?Q?one?= and =?utf-8?Q?two?=                        | one and two
            """)
    void subjects(String raw, String read) throws Exception {
        assertThat(head("From: a@b.example\r\nSubject: " + raw).subject()).isEqualTo(read);
    }

    @Test
    void aSubjectOfSeveralLinesIsOne() throws Exception {
        assertThat(head("From: a@b.example\r\nSubject: One\r\n two\r\n\tthree").subject())
                .isEqualTo("One two three");
        assertThat(head("From: a@b.example\r\nSubject: =?utf-8?Q?Evil=0D=0ABcc:_x@y.example?=")
                        .subject())
                .isEqualTo("Evil Bcc: x@y.example");
        assertThat(head("From: a@b.example\r\nSubject: " + "x".repeat(5_000)).subject())
                .hasSize(255);
        assertThat(head("From: a@b.example").subject()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Ada <ADA@B.example>                                       | ada@b.example | Ada
            "Ada, of B" <ada@b.example>                               | ada@b.example | Ada, of B
            =?utf-8?Q?=C3=85da?= <ada@b.example>                      | ada@b.example | Åda
            ada@b.example (Ada)                                       | ada@b.example | Ada
            <ada@b.example>                                           | ada@b.example | ''
            Ada of B <ada@b.example                                   | ada@b.example | ''
            Ada [B] <ada@b.example>                                   | ada@b.example | Ada [B]
            """)
    void senders(String from, String address, String name) throws Exception {
        assertThat(head("From: " + from).from()).isEqualTo(new Mailer(address, name));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a@b.example, c@d.example
            nobody
            undisclosed-recipients:;
            ''
            """)
    void noSender(String from) throws Exception {
        assertThat(head("From: " + from).from()).isNull();
    }

    @Test
    void fiveThousandRecipientsAreCounted() throws Exception {
        String all =
                IntStream.range(0, 5_000).mapToObj(i -> "p" + i + "@b.example").collect(Collectors.joining(",\r\n "));

        var head = head("From: a@b.example\r\nTo: " + all);

        assertThat(head.to()).hasSize(200);
        assertThat(head.moreRecipients()).isTrue();
    }

    @Test
    void whatItAnswersComesNearestFirst() throws Exception {
        var head = head(
                "From: a@b.example\r\nMessage-ID: <me@b.example>\r\nReferences: <1@x>\r\n <2@x> <3@x>\r\nIn-Reply-To: <3@x>");

        assertThat(head.answers()).containsExactly("<3@x>", "<2@x>", "<1@x>");
        assertThat(head.messageId()).isEqualTo("<me@b.example>");
        assertThat(head("From: a@b.example\r\nIn-Reply-To: Your message of Monday <9@x>")
                        .answers())
                .containsExactly("<9@x>");
        assertThat(head("From: a@b.example\r\nMessage-ID: none").messageId()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Auto-Submitted: no                                        | PERSON
            X-Mailer: Outlook                                         | PERSON
            X-Auto-Response-Suppress: All                             | PERSON
            Auto-Submitted: auto-replied (vacation)                   | MACHINE_ANSWERING
            Auto-Submitted: auto-generated                            | MACHINE
            X-Autoreply: yes                                          | MACHINE_ANSWERING
            X-Autorespond: yes                                        | MACHINE_ANSWERING
            Precedence: auto_reply                                    | MACHINE_ANSWERING
            Precedence: bulk                                          | LIST
            List-Id: <all.b.example>                                  | LIST
            Return-Path: <>                                           | MACHINE_ANSWERING
            Content-Type: multipart/report; boundary=x                | MACHINE_ANSWERING
            """)
    void writers(String header, Writer writer) throws Exception {
        assertThat(head("From: a@b.example\r\n" + header).writer()).isEqualTo(writer);
    }

    @Test
    void aMailServerIsKnownByItsName() throws Exception {
        assertThat(head("From: MAILER-DAEMON@b.example").writer()).isEqualTo(Writer.MAIL_SERVER);
        assertThat(head("From: postmaster@b.example").writer()).isEqualTo(Writer.MAIL_SERVER);
    }

    @Test
    void aReportInAnOldFormNamesTheMailInItsText() throws Exception {
        var report = report(
                mail(
                        "From: MAILER-DAEMON@b.example",
                        "Hi. This is the program.\r\n<it@c.example>: no such user. 5.1.1\r\n\r\nMessage-ID: <ours@p.example>\r\nStatus: 5.1.1"));

        assertThat(report).isPresent();
        assertThat(report.get().messageIds()).contains("<ours@p.example>");
        assertThat(report.get().failed()).isTrue();
        assertThat(report.get().status()).isEqualTo("5.1.1");
    }

    @Test
    void aReportOfADelayIsNoFailure() throws Exception {
        var report = report(
                mail(
                        "From: MAILER-DAEMON@b.example\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=x",
                        "--x\r\nContent-Type: message/delivery-status\r\n\r\nAction: delayed\r\nStatus: 4.4.1\r\n--x\r\nContent-Type: message/rfc822\r\n\r\nMessage-ID: <ours@p.example>\r\n\r\nHello\r\n--x--"));

        assertThat(report).hasValueSatisfying(found -> {
            assertThat(found.failed()).isFalse();
            assertThat(found.messageIds()).containsExactly("<ours@p.example>");
        });
    }

    @Test
    void aReceiptIsNoReportOfADelivery() throws Exception {
        assertThat(
                        report(
                                mail(
                                        "From: a@b.example\r\nContent-Type: multipart/report; report-type=disposition-notification; boundary=x",
                                        "--x\r\nContent-Type: message/disposition-notification\r\n\r\nDisposition: automatic-action/MDN-sent-automatically; displayed\r\n--x--")))
                .isEmpty();
    }

    private static Optional<DeliveryReport> report(MimeMessage mail) throws Exception {
        return DeliveryReport.of(mail, MailHead.of(mail));
    }

    private static MailHead head(String headers) throws Exception {
        return MailHead.of(mail(headers, "Hello"));
    }

    private static MimeMessage mail(String headers, String text) throws Exception {
        return new MimeMessage(
                null, new ByteArrayInputStream((headers + "\r\n\r\n" + text).getBytes(StandardCharsets.UTF_8)));
    }
}

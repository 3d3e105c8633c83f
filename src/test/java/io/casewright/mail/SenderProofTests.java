package io.casewright.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SenderProofTests {

    private static final String NOOR = "noor@help.desk.co.uk";

    private final SenderProof proof = new SenderProof("mx.partner.example");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # the policy of the domain decides
            dmarc=pass header.from=help.desk.co.uk                                        | proven
            dmarc=pass (p=REJECT) header.from=HELP.desk.co.uk; spf=fail; dkim=fail        | proven
            dmarc=pass header.from=desk.co.uk                                             | not
            dmarc=pass header.from=evil.example                                           | not
            dmarc=pass                                                                    | not
            dmarc=fail header.from=help.desk.co.uk; dkim=pass header.d=help.desk.co.uk    | not
            dmarc=fail; spf=pass smtp.mailfrom=help.desk.co.uk                            | not
            dmarc=temperror; dkim=pass header.d=help.desk.co.uk                           | not
            dmarc=permerror; dkim=pass header.d=help.desk.co.uk                           | not
            dmarc=pass header.from=help.desk.co.uk; dmarc=fail                            | not
            dmarc=fail; dmarc=pass header.from=help.desk.co.uk                            | not
            # where there is none, a signature or the way it came
            dkim=pass header.d=help.desk.co.uk                                            | proven
            dmarc=none header.from=help.desk.co.uk; dkim=pass header.d=desk.co.uk         | proven
            dkim=pass header.d=mail.desk.co.uk                                            | proven
            dkim=fail header.d=desk.co.uk; dkim=pass header.d=desk.co.uk                  | proven
            dkim=pass header.d=evil.example; dkim=fail header.d=desk.co.uk                | not
            dkim=pass header.d=co.uk                                                      | not
            dkim=pass header.d=other.co.uk                                                | not
            dkim=pass header.i=@desk.co.uk                                                | not
            dkim=neutral header.d=desk.co.uk                                              | not
            spf=pass smtp.mailfrom=bounces@desk.co.uk                                     | proven
            spf=pass smtp.mailfrom=desk.co.uk; dkim=none                                  | proven
            spf=pass smtp.mailfrom=evil.example                                           | not
            spf=pass smtp.mailfrom="desk.co.uk"@evil.example                              | not
            spf=pass smtp.helo=desk.co.uk                                                 | not
            spf=softfail smtp.mailfrom=desk.co.uk                                         | not
            spf=pass smtp.mailfrom=<>                                                     | not
            spf=fail smtp.mailfrom=desk.co.uk; dkim=fail header.d=desk.co.uk              | not
            iprev=pass policy.iprev=192.0.2.1; auth=pass smtp.auth=noor                   | not
            none                                                                          | not
            """)
    void provesASender(String findings, String expected) throws Exception {
        assertThat(sender("mx.partner.example; " + findings, "From: " + NOOR))
                .isEqualTo(expected.equals("proven") ? Optional.of(NOOR) : Optional.empty());
    }

    @Test
    void provesNobodyWhenTheServerFoundNothing() throws Exception {
        assertThat(proof.provenSender(head("From: " + NOOR))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: Noor Dahl <NOOR@help.desk.co.uk>",
                "From: \"Dahl, Noor\" <noor@help.desk.co.uk>",
                "From: noor@help.desk.co.uk (Noor)",
                "from:\r\n =?utf-8?q?N=C3=B8r?= <noor@help.desk.co.uk>",
                "From: \"noor@help.desk.co.uk\" <noor@help.desk.co.uk>"
            })
    void readsTheSendersAddress(String from) throws Exception {
        assertThat(passed(from)).contains(NOOR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Subject: nobody",
                "From:",
                "From: Noor Dahl",
                "From: noor@help.desk.co.uk, eve@help.desk.co.uk",
                "From: noor@help.desk.co.uk\r\nFrom: noor@help.desk.co.uk",
                "From: Desk: noor@help.desk.co.uk;",
                "From: \"support@microsoft.com\" <noor@help.desk.co.uk>",
                "From: =?utf-8?q?support=40microsoft.com?= <noor@help.desk.co.uk>",
                "From: support@microsoft.com <noor@help.desk.co.uk>",
                "From: noor@help.desk.co.uk (support@microsoft.com)",
                "From: \"noor@evil.example\"@help.desk.co.uk",
                "From: <@evil.example:noor@help.desk.co.uk>",
                "From: <noor@help.desk.co.uk> <eve@evil.example>",
                "From: noor@help.desk.co.u\u212a",
                "From: noor@[192.0.2.1]",
                "From: noor@help.desk\u0000.co.uk"
            })
    void isNotDeceivedAboutWhoTheSenderIs(String from) throws Exception {
        assertThat(passed(from)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "desk.example, desk.example, true",
        "a.desk.example, b.desk.example, true",
        "desk.example, esk.example, false",
        "example, example, true",
        "desk.example, example, false",
        "a.co.uk, b.co.uk, false",
        "a.github.io, b.github.io, false",
        "a.b.github.io, b.github.io, true",
        "co.uk, co.uk, true",
        "dęsk.example, desk.example, false",
        "'', '', false",
        "a..b, a..b, false"
    })
    void knowsTheDomainsOfAnOrganisation(String domain, String other, boolean same) {
        assertThat(Organisation.isSame(domain, other)).isEqualTo(same);
    }

    private Optional<String> passed(String from) throws MessagingException {
        return sender("mx.partner.example; dmarc=pass header.from=help.desk.co.uk", from);
    }

    private Optional<String> sender(String results, String from) throws MessagingException {
        return proof.provenSender(head("Authentication-Results: " + results + "\r\n" + from));
    }

    private static MimeMessage head(String lines) throws MessagingException {
        return new MimeMessage(null, new ByteArrayInputStream((lines + "\r\n\r\n").getBytes(StandardCharsets.UTF_8)));
    }
}

package io.casewright.handoff.client;

import io.casewright.mail.MailboxLogin;
import io.casewright.mail.SenderProof;
import io.casewright.platform.text.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mailbox in which desks answer and to which agents forward what Microsoft wrote.
 *
 * @param host its IMAP server; no mailbox is read without it
 * @param port 993 with TLS, else 143 as a rule
 * @param tls whether the connection is encrypted from its first byte
 * @param folder what is read; {@code Done} and {@code Quarantine} are made beside it
 * @param every pause between two readings
 * @param authservId name by which its server signs what it found about senders, at the beginning of {@code
 *     Authentication-Results}; without it no sender is proven
 * @param senders addresses and domains beside the desk's whose mails are taken: those of the agents who forward
 * @param timeout how long the server may think
 */
@ConfigurationProperties("casewright.handoff.mailbox")
record MailboxSettings(
        @DefaultValue("") String host,
        @DefaultValue("993") int port,
        @DefaultValue("true") boolean tls,
        @DefaultValue("") String user,
        @DefaultValue("") Secret password,
        @DefaultValue("INBOX") String folder,
        @DefaultValue("PT1M") Duration every,
        @DefaultValue("") String authservId,
        @DefaultValue List<String> senders,
        @DefaultValue("PT15S") Duration timeout) {

    MailboxSettings {
        authservId = authservId.strip();
        if (!host.isBlank() && authservId.isEmpty()) {
            throw new IllegalArgumentException(
                    "The mailbox of vendor tickets cannot be read: without the name by which its server signs what it found about senders, anybody could write as a desk. Set CASEWRIGHT_HANDOFF_MAILBOX_AUTHSERV_ID to what stands at the beginning of the headers Authentication-Results of its mails, such as mx.example.com, or leave CASEWRIGHT_HANDOFF_MAILBOX_HOST empty to read no mailbox");
        }
    }

    MailboxLogin login() {
        return new MailboxLogin(host, port, tls, user, password::value, false, timeout);
    }

    SenderProof senderProof() {
        return new SenderProof(authservId);
    }

    /** Whether mails of this sender are taken. */
    boolean trusts(String address) {
        String sender = address.toLowerCase(Locale.ROOT);
        return senders.stream()
                .map(each -> each.strip().toLowerCase(Locale.ROOT))
                .filter(each -> !each.isEmpty())
                .anyMatch(each -> each.contains("@") && !each.startsWith("@")
                        ? sender.equals(each)
                        : isOf(sender, each.replaceFirst("^@", "")));
    }

    /** Whether the address is in the domain. */
    static boolean isOf(String address, String domain) {
        return !domain.isEmpty() && address.toLowerCase(Locale.ROOT).endsWith("@" + domain.toLowerCase(Locale.ROOT));
    }
}

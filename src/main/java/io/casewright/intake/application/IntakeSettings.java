package io.casewright.intake.application;

import io.casewright.platform.text.Secret;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where customers' mails come in.
 *
 * @param authservId name by which the receiving server signs what it found about senders, at the beginning of {@code
 *     Authentication-Results}; without it no sender would be proven
 * @param mailbox read over IMAP where it has a host
 * @param folder in which a mail server lays mails as files that end on {@code .eml}; null where there is none
 * @param every pause between two looks into the folder, and into a mailbox whose server does not tell of new mails
 * @param largest what is fetched; of a larger one only the head
 * @param casesPerHour so many cases a contact may open by mail within an hour; what is more is put before a person
 */
@ConfigurationProperties("casewright.intake")
public record IntakeSettings(
        @DefaultValue("") String authservId,
        @DefaultValue Mailbox mailbox,
        @Nullable Path folder,
        @DefaultValue("PT2S") Duration every,
        @DefaultValue("60MB") DataSize largest,
        @DefaultValue("20") int casesPerHour) {

    /** Its password, or instead a client that gets tokens. */
    public record Mailbox(
            @DefaultValue("") String host,
            @DefaultValue("993") int port,
            @DefaultValue("true") boolean tls,
            @DefaultValue("") String user,
            @DefaultValue("") Secret password,
            @DefaultValue OAuth oauth,
            @DefaultValue("INBOX") String folder,
            @DefaultValue("PT20S") Duration timeout) {

        public boolean isThere() {
            return !host.isBlank();
        }
    }

    /**
     * @param tokenUrl where tokens are given out; empty where the mailbox takes a password
     * @param scope such as {@code https://outlook.office365.com/.default}
     */
    public record OAuth(
            @DefaultValue("") String tokenUrl,
            @DefaultValue("") String clientId,
            @DefaultValue("") Secret clientSecret,

            @DefaultValue("https://outlook.office365.com/.default")
            String scope) {

        public boolean isUsed() {
            return !tokenUrl.isBlank();
        }
    }

    public IntakeSettings {
        authservId = authservId.strip();
        boolean reads =
                mailbox.isThere() || folder != null && !folder.toString().isBlank();
        folder = folder == null || folder.toString().isBlank() ? null : folder;
        if (reads && authservId.isEmpty()) {
            throw new IllegalArgumentException(
                    "Customers' mails cannot be read: without the name by which the receiving server signs what it found about senders, anybody could write as a customer. Set CASEWRIGHT_INTAKE_AUTHSERV_ID to what stands at the beginning of the headers Authentication-Results of its mails, such as mx.example.com, or leave CASEWRIGHT_INTAKE_MAILBOX_HOST and CASEWRIGHT_INTAKE_FOLDER empty to read none");
        }
    }

    /** Whether mails are read at all. */
    public boolean reads() {
        return mailbox.isThere() || folder != null;
    }
}

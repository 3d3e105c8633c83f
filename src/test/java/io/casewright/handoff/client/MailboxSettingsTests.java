package io.casewright.handoff.client;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailboxSettingsTests {

    @Test
    void noMailboxIsReadWithoutANameToBelieve() {
        assertThatThrownBy(() -> settings("mail.partner.example", " "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CASEWRIGHT_HANDOFF_MAILBOX_AUTHSERV_ID")
                .hasMessageContaining("Authentication-Results");
        assertThatCode(() -> settings("", "")).doesNotThrowAnyException();
        assertThatCode(() -> settings("mail.partner.example", "mx.partner.example"))
                .doesNotThrowAnyException();
    }

    private static MailboxSettings settings(String host, String authservId) {
        return new MailboxSettings(
                host,
                993,
                true,
                "tickets",
                "secret",
                "INBOX",
                Duration.ofMinutes(1),
                authservId,
                List.of(),
                Duration.ofSeconds(5));
    }
}

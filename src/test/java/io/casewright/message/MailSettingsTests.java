package io.casewright.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailSettingsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {"", "support", "Support <support@partner.example>", "support@partner.example\r\nBcc: a@b.example"
            })
    void withoutAnAddressToWriteFromNothingStarts(String from) {
        assertThatThrownBy(() -> settings(from, "", "")).hasMessageContaining("CASEWRIGHT_MAIL_FROM");
    }

    @Test
    void answersGoToTheSenderUnlessToldOtherwise() {
        assertThat(settings("support@partner.example", "", "").replyTo()).isEqualTo("support@partner.example");
        assertThat(settings("support@partner.example", "desk@partner.example", "")
                        .replyTo())
                .isEqualTo("desk@partner.example");
        assertThatThrownBy(() -> settings("support@partner.example", "nonsense", ""))
                .hasMessageContaining("CASEWRIGHT_MAIL_REPLY_TO");
    }

    @Test
    void idsCarryTheSendersDomainUnlessToldOtherwise() {
        assertThat(settings("support@partner.example", "", "").domain()).isEqualTo("partner.example");
        assertThat(settings("support@partner.example", "", "mail.partner.example")
                        .domain())
                .isEqualTo("mail.partner.example");
    }

    private static MailSettings settings(String from, String replyTo, String domain) {
        return new MailSettings(
                from, replyTo, domain, false, ZoneId.of("UTC"), Duration.ofDays(3), Duration.ofSeconds(3));
    }
}

package io.casewright.handoff.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class MailboxSettingsTests {

    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withUserConfiguration(WithSettings.class);

    @EnableConfigurationProperties(MailboxSettings.class)
    static class WithSettings {}

    @Test
    void doesNotStartWithAMailboxWhoseServerNobodyBelieves() {
        application
                .withPropertyValues(
                        "casewright.handoff.mailbox.host=mail.partner.example",
                        "casewright.handoff.mailbox.authserv-id= ")
                .run(started -> assertThat(started.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("anybody could write as a desk")
                        .hasMessageContaining("Set CASEWRIGHT_HANDOFF_MAILBOX_AUTHSERV_ID"));
    }

    @Test
    void startsWithAMailboxOrWithoutOne() {
        application
                .withPropertyValues(
                        "casewright.handoff.mailbox.host=mail.partner.example",
                        "casewright.handoff.mailbox.authserv-id=mx.partner.example")
                .run(started -> assertThat(
                                started.getBean(MailboxSettings.class).authservId())
                        .isEqualTo("mx.partner.example"));
        application.run(started -> assertThat(started.getStartupFailure()).isNull());
    }
}

package io.casewright.handoff.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.handoff.application.MailMemory.Reason;
import io.casewright.handoff.persistence.DeskMails;
import io.casewright.platform.text.Fingerprint;
import io.casewright.testkit.CasewrightTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CasewrightTest
class KeepMailMemoryTests {

    private static final Duration PAUSE = Duration.ofSeconds(30);

    @Autowired
    DeskMails mails;

    @Autowired
    JdbcClient database;

    private final String mail = Fingerprint.of(UUID.randomUUID().toString());
    private final TestClock clock = new TestClock();
    private MailMemory memory;

    @BeforeEach
    void start() {
        memory = new KeepMailMemory(mails, clock);
        memory.allSeenTo();
    }

    @AfterEach
    void nothingIsLeft() {
        memory.allSeenTo();
        memory.end(mail);
    }

    @Test
    void countsTheTriesOfAMailAcrossStarts() {
        assertThat(memory.begin(mail, PAUSE)).hasValue(1);
        clock.pass(Duration.ofMinutes(1));
        assertThat(new KeepMailMemory(mails, clock).begin(mail, PAUSE)).hasValue(2);
        clock.pass(Duration.ofMinutes(1));
        assertThat(memory.begin(mail, PAUSE)).hasValue(3);
    }

    @Test
    void leavesAMailToWhoeverBeganWithIt() {
        memory.begin(mail, PAUSE);

        assertThat(memory.begin(mail, PAUSE)).isEmpty();

        clock.pass(PAUSE);
        assertThat(memory.begin(mail, PAUSE)).as("that one never ended").hasValue(2);
    }

    @Test
    void beginsAnewWithAMailThatIsDoneWith() {
        memory.begin(mail, PAUSE);

        memory.end(mail);

        assertThat(memory.begin(mail, PAUSE)).hasValue(1);
    }

    @Test
    void forgetsInTimeWhatSomebodyElseTookAway() {
        memory.begin(mail, PAUSE);
        clock.pass(Duration.ofDays(8));

        memory.end(Fingerprint.of("another"));

        assertThat(memory.begin(mail, PAUSE)).hasValue(1);
    }

    @Test
    void countsWhatWasSetAsideUntilSomebodySawToIt() {
        memory.setAside(Reason.UNPROVEN);
        memory.setAside(Reason.UNPROVEN);
        memory.setAside(Reason.FAILED);
        assertThat(aside())
                .containsExactlyInAnyOrder(
                        Map.of("reason", "UNPROVEN", "mails", 2), Map.of("reason", "FAILED", "mails", 1));

        memory.allSeenTo();

        assertThat(aside()).isEmpty();
    }

    private List<Map<String, Object>> aside() {
        return database.sql("SELECT reason, mails FROM desk_mail_aside").query().listOfRows();
    }
}

package io.casewright.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.intake.application.IntakeMessages;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A mail that finds no case by itself is put before a person until it has its place. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuarantinedMailProcessTests {

    private static final String MAIL = "Mail 7-1";

    @RegisterExtension
    final EngineHarness engine = new EngineHarness();

    @AfterAll
    void everyElementAndFlowWasGoneThrough() {
        assertThat(engine.coverage().missing(ModelFiles.model("quarantined-mail")))
                .isEmpty();
    }

    @Test
    void whatCannotBePlacedAnyMoreIsShownAgain() {
        var mail = CaseInProcess.startedBy(engine, IntakeMessages.SET_ASIDE, "quarantined-mail", Map.of("mail", MAIL));
        shown("Nobody vouches for the sender.");
        mail.waitsAt("userTask_SortMail");
        assertThat(engine.onlyTask().variables()).containsEntry("mailText", "Hello");
        mail.answer("userTask_SortMail", answers("case", "CW-2026-000123"));
        placed(false);

        shown("It answers a case that was erased.");
        mail.waitsAt("userTask_SortMail").answer("userTask_SortMail", answers("nothing", ""));
        placed(true);

        mail.endedBy("endEvent_MailSorted");
    }

    private void shown(String why) {
        var job = engine.awaitJob("intake.showMail");
        assertThat(job.variables()).containsEntry("mail", MAIL);
        engine.complete(
                job,
                Map.of(
                        "mailWhy", why,
                        "mailSender", "Ida <ida@elsewhere.example>",
                        "mailCustomer", "",
                        "mailSubject", "Hello",
                        "mailText", "Hello",
                        "mailFiles", "",
                        "mailLink", "http://127.0.0.1/desk/mails/7",
                        "mailCase", "",
                        "mailContact", "Ida",
                        "mailDue", "2030-01-02T10:00:00Z"));
    }

    private void placed(boolean placed) {
        var job = engine.awaitJob("intake.placeMail");
        assertThat(job.variables()).containsKeys("mail", "mailOutcome");
        engine.complete(job, Map.of("mailPlaced", placed));
    }

    private static Map<String, Object> answers(String outcome, String caseNumber) {
        return Map.of(
                "mailOutcome", outcome,
                "mailCase", caseNumber,
                "mailContact", "",
                "mailAnswer", "",
                "mailReason", "Advertising.");
    }
}

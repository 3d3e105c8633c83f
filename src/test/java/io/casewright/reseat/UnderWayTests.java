package io.casewright.reseat;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.casefile.application.CaseMessages;
import io.casewright.casefile.application.ConfirmResolution;
import io.casewright.casefile.application.ReceiveMessage;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.CustomerAnswer;
import io.casewright.localstack.LocalStack;
import io.casewright.localstack.StackSettings;
import io.casewright.platform.engine.EngineMessage;
import io.casewright.platform.engine.EngineOutbox;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What was on its way to the engine when it was lost: words that the engine took but no step had begun with, and words that still
 * waited in the outbox.
 */
class UnderWayTests {

    private static final int EACH = 3;

    @TempDir
    private Path folder;

    /** What customers do in one moment, each to a case of its own. */
    private final class Moment {

        final List<String> replied = new ArrayList<>();
        final List<String> confirmed = new ArrayList<>();
        final List<String> wrote = new ArrayList<>();
        final List<String> opened = new ArrayList<>();

        void prepare(Shift shift) {
            for (int nth = 0; nth < EACH; nth++) {
                replied.add(played(shift, Course.asked()));
                confirmed.add(played(shift, Course.resolved()));
                wrote.add(played(shift, Course.technical()));
            }
            replied.forEach(number -> shift.awaitStatus(number, "WAITING_FOR_CUSTOMER"));
            confirmed.forEach(number -> shift.awaitStatus(number, "RESOLVED"));
            wrote.forEach(number -> shift.awaitTask(number, "userTask_ResolveTechnicalCase"));
        }

        void happen(Shift shift) {
            for (int nth = 0; nth < EACH; nth++) {
                opened.add(shift.open(Course.billing().opened()));
            }
            replied.forEach(number -> write(shift, number));
            wrote.forEach(number -> write(shift, number));
            confirmed.forEach(number -> shift.get(ConfirmResolution.class)
                    .confirm(new CaseNumber(number), CustomerAnswer.SOLVED, "portal"));
        }

        void hasArrived(Shift shift) {
            opened.forEach(number -> shift.awaitTask(number, "userTask_DiagnoseCase"));
            replied.forEach(number -> shift.awaitTask(number, "userTask_DiagnoseCase"));
            wrote.forEach(number -> shift.awaitTask(number, "userTask_ReadMessage"));
            confirmed.forEach(number -> shift.awaitStatus(number, "CLOSED"));
            assertThat(shift.rows("SELECT case_number, element_id, COUNT(*) AS times FROM user_task"
                            + " WHERE state = 'OPEN' GROUP BY case_number, element_id HAVING COUNT(*) > 1"))
                    .as("tasks that are there twice")
                    .isEqualTo("[ ]");
        }
    }

    @Test
    void whatTheEngineHeldAndWhatStillWaitedArrivesOnce() {
        var held = new Moment();
        var waiting = new Moment();
        try (var stack =
                LocalStack.startDatabase(StackSettings.besideOthers(Path.of("target", "under-way-database")))) {
            try (var engine = new LosableEngine(folder.resolve("one"));
                    var shift = new Shift(stack.databaseUrl(), engine, "one")) {
                held.prepare(shift);
                waiting.prepare(shift);
                shift.stopWorkers();
                held.happen(shift);
                shift.awaitEmptyOutbox();
                engine.close();
                waiting.happen(shift);
                shift.stopDelivery();
                waiting.wrote.forEach(number -> orderStartAgain(shift, number));
            }
            try (var other = new LosableEngine(folder.resolve("two"));
                    var shift = new Shift(stack.databaseUrl(), other, "two")) {
                held.hasArrived(shift);
                waiting.hasArrived(shift);
                shift.awaitEmptyOutbox();
                shift.awaitSameInEngine();
                assertThat(shift.rows("SELECT case_id, kind, COUNT(*) AS times FROM timeline_entry"
                                + " WHERE kind IN ('REGISTERED', 'REPLIED', 'CONFIRMED', 'CLOSED', 'ACKNOWLEDGED', 'ASKED', 'RESOLVED')"
                                + " GROUP BY case_id, kind HAVING COUNT(*) > 1"))
                        .as("what happened twice")
                        .isEqualTo("[ ]");
                assertThat(shift.rows("SELECT case_number, kind, COUNT(*) AS times FROM message"
                                + " WHERE kind <> 'REPLY' GROUP BY case_number, kind HAVING COUNT(*) > 1"))
                        .as("letters that went out twice")
                        .isEqualTo("[ ]");
            }
        }
    }

    private static String played(Shift shift, Course course) {
        String number = shift.open(course.opened());
        course.turns().forEach(turn -> shift.complete(number, turn.elementId(), turn.login(), turn.answers()));
        return number;
    }

    /** As is done when a case seems to have no process. */
    private static void orderStartAgain(Shift shift, String number) {
        shift.get(TransactionTemplate.class)
                .executeWithoutResult(status -> shift.get(EngineOutbox.class)
                        .send(EngineMessage.starting(
                                CaseMessages.REQUEST_RECEIVED, number, Map.of("caseNumber", number))));
    }

    private static void write(Shift shift, String number) {
        shift.get(ReceiveMessage.class).receive(new CaseNumber(number), "More about it", "portal", "more");
    }
}

package io.casewright.casefile.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.CaseStatus;
import io.casewright.casefile.domain.CustomerAnswer;
import io.casewright.casefile.domain.NotPossibleNow;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.message.CaseMessage;
import io.casewright.message.MessageKind;
import io.casewright.message.Messages;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.CaseWitness;
import io.casewright.testkit.CasewrightTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whatever happens to a case in the moment in which its customer writes, the words reach somebody: as a task, as the answer that
 * is waited for, as a reopening, or as a case that follows. What happens is drawn by a seed and happens at once.
 */
@CasewrightTest
class MessagesAtAnyMomentTests {

    private static final long SEED = Long.getLong("moments.seed", 20_261_129);
    private static final int MOMENTS = Integer.getInteger("moments", 120);

    @Autowired
    CaseDesk desk;

    @Autowired
    CaseWitness witness;

    @Autowired
    ReceiveMessage receiveMessage;

    @Autowired
    ConfirmResolution confirmResolution;

    @Autowired
    RecordAnswer recordAnswer;

    @Autowired
    AskCustomer askCustomer;

    @Autowired
    WithdrawCase withdrawCase;

    @Autowired
    JoinOpenCase joinOpenCase;

    @Autowired
    Messages messages;

    @Autowired
    JdbcClient database;

    @Test
    void noWordIsLost() throws Exception {
        var random = new Random(SEED);
        var open = desk.diagnosing();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int moment = 0; moment < MOMENTS; moment++) {
                List<Supplier<CaseNumber>> stages =
                        List.of(desk::registered, desk::waitingForCustomer, desk::resolved, desk::closed);
                var number = stages.get(moment % stages.size()).get();
                var happenings = happenings(number, open, random);
                var written = new ArrayList<CaseNumber>();
                for (var each : executor.invokeAll(happenings)) {
                    var reached = each.get();
                    if (reached != null) {
                        written.add(reached);
                    }
                }
                assertThat(written)
                        .as("moment %d of seed %d", moment, SEED)
                        .hasSize(3)
                        .allSatisfy(reached -> {
                            assertThat(witness.caseOf(reached)).isNotNull();
                        });
                assertThat(unheard(number))
                        .as("words nobody hears, moment %d of seed %d, case %s", moment, SEED, number)
                        .isEmpty();
                assertThat(carried(number))
                        .as("open and carried by no process, moment %d of seed %d", moment, SEED)
                        .isTrue();
            }
        }
    }

    /** Three messages, and what customer and process do about the case in that moment, in any order. */
    private List<Callable<CaseNumber>> happenings(CaseNumber number, CaseNumber open, Random random) {
        var happenings = new ArrayList<Callable<CaseNumber>>();
        for (int nth = 1; nth <= 3; nth++) {
            String text = "Word " + nth;
            happenings.add(() -> again(() -> receiveMessage
                    .receive(number, text, "portal", text)
                    .orElseThrow()
                    .number()));
        }
        var step = CaseDesk.step("serviceTask_Any");
        var closing = CaseDesk.step("serviceTask_Other");
        var others = new ArrayList<Runnable>(List.of(
                () -> confirmResolution.confirm(
                        number, random.nextBoolean() ? CustomerAnswer.SOLVED : CustomerAnswer.NOT_SOLVED, "portal"),
                () -> recordAnswer.record(number, null, step),
                () -> askCustomer.closeUnanswered(number, closing),
                () -> joinOpenCase.join(number, open, closing)));
        if (random.nextInt(3) == 0) {
            others.add(() -> withdrawCase.withdraw(number, null, "portal"));
        }
        others.forEach(other -> happenings.add(() -> again(() -> {
            try {
                other.run();
            } catch (NotPossibleNow e) {
                // It was not its turn.
            }
            return null;
        })));
        Collections.shuffle(happenings, random);
        return happenings;
    }

    /** As the engine does with a job, and a client with an answer it did not get. */
    private static <T> T again(Supplier<T> action) {
        while (true) {
            try {
                return action.get();
            } catch (ConcurrencyFailureException e) {
                Thread.onSpinWait();
            }
        }
    }

    /** What the customer wrote and no reading, no answer, no reopening and no following case came of. */
    private List<String> unheard(CaseNumber number) {
        var timeline = witness.timelineOf(number);
        var told = told(number);
        return messages.of(number.value()).stream()
                .filter(message -> message.kind() == MessageKind.REPLY)
                .filter(message -> !told.contains("casefile.customerWrote:" + number + ":" + message.id()))
                .filter(message -> timeline.stream()
                        .noneMatch(entry -> isHeard(entry.kind().name(), entry.text(), message)))
                .filter(message -> followUps(number, message).isEmpty())
                .filter(message -> told.stream().noneMatch(id -> id.startsWith("casefile.customerReplied:" + number)))
                .map(CaseMessage::body)
                .toList();
    }

    private static boolean isHeard(String kind, String text, CaseMessage message) {
        return kind.equals("REOPENED") && message.body().equals(text);
    }

    private List<String> followUps(CaseNumber number, CaseMessage message) {
        return database.sql("SELECT number FROM support_case WHERE follow_up_of = ? AND description = ?")
                .params(number.value(), message.body())
                .query(String.class)
                .list();
    }

    /** What the engine is told about it, by the ids of the messages. */
    private List<String> told(CaseNumber number) {
        return database.sql("SELECT id FROM engine_message WHERE correlation_key = ? OR correlation_key LIKE ?")
                .params(number.value(), number + ":%")
                .query(String.class)
                .list();
    }

    private boolean carried(CaseNumber number) {
        SupportCase supportCase = witness.caseOf(number);
        return supportCase.status().isEnded()
                || supportCase.processInstanceKey().isPresent()
                || supportCase.status() == CaseStatus.DIAGNOSING
                        && told(number).contains("casefile.caseReopened:" + number + ":" + supportCase.reopenings());
    }
}

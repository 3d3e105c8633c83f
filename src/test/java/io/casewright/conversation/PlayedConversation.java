package io.casewright.conversation;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.casewright.casefile.application.AcknowledgeRequest;
import io.casewright.casefile.application.AskCustomer;
import io.casewright.casefile.application.ConfirmResolution;
import io.casewright.casefile.application.HandOffCase;
import io.casewright.casefile.application.IntakeKeys;
import io.casewright.casefile.application.Overtaken;
import io.casewright.casefile.application.ProposeChange;
import io.casewright.casefile.application.ReceiveMessage;
import io.casewright.casefile.application.ReceiveRequest;
import io.casewright.casefile.application.RecordAnswer;
import io.casewright.casefile.application.RecordApproval;
import io.casewright.casefile.application.RecordDiagnosis;
import io.casewright.casefile.application.RecordDiagnosis.Findings;
import io.casewright.casefile.application.RecordReading;
import io.casewright.casefile.application.RecordReading.Outcome;
import io.casewright.casefile.application.RecordResolution;
import io.casewright.casefile.application.RecordTriage;
import io.casewright.casefile.application.RecordTriage.Triage;
import io.casewright.casefile.application.RedirectCustomer;
import io.casewright.casefile.application.RegisterCase;
import io.casewright.casefile.application.RemindOfClosing;
import io.casewright.casefile.application.ReopenCase;
import io.casewright.casefile.application.TakeUpMessage;
import io.casewright.casefile.application.TellResolution;
import io.casewright.casefile.application.WithdrawCase;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Category;
import io.casewright.casefile.domain.CustomerAnswer;
import io.casewright.casefile.domain.NextStep;
import io.casewright.casefile.domain.NotPossibleNow;
import io.casewright.casefile.domain.Queue;
import io.casewright.casefile.domain.Remit;
import io.casewright.casefile.domain.Severity;
import io.casewright.casefile.domain.Step;
import io.casewright.conversation.Customer.Tone;
import io.casewright.knownissue.application.EndKnownIssue;
import io.casewright.message.InboundMessage;
import io.casewright.testkit.CaseDesk;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A conversation whose processes are played by hand: any step comes at any time, and each may come twice, as an engine does with
 * jobs. What is not its turn is refused and changes nothing.
 */
final class PlayedConversation {

    private static final Set<String> ENDED = Set.of("CLOSED", "WITHDRAWN", "DUPLICATE");
    private static final String ISSUE = "EX990001";

    final Memory memory;
    final PlayedReading reading;
    private final ApplicationContext shop;
    private final JdbcClient database;
    private final Random random;

    PlayedConversation(long seed, ApplicationContext shop) {
        this.shop = shop;
        memory = new Memory(seed);
        database = shop.getBean(JdbcClient.class);
        random = new Random(seed * 0x9E37_79B9_7F4A_7C15L);
        reading = new PlayedReading(
                memory, database, get(TakeUpMessage.class), get(RecordReading.class), get(ObjectMapper.class));
    }

    private <T> T get(Class<T> part) {
        return shop.getBean(part);
    }

    void open() {
        var request = Customer.request(memory, random);
        var key = get(IntakeKeys.class).ofClient("portal", "played-" + memory.seed, request);
        for (int times = 0; times < 2; times++) {
            String number = Conversation.again(() -> get(ReceiveRequest.class)
                    .receive(request, key, null)
                    .supportCase()
                    .number()
                    .value());
            if (!memory.cases.contains(number)) {
                memory.cases.add(number);
            }
        }
        memory.steps.add("%s opens %s".formatted(request.contact().name(), memory.cases));
        register(number(0));
        triage(number(0));
    }

    private CaseNumber number(int nth) {
        return new CaseNumber(memory.cases.get(nth));
    }

    void goOn() {
        memory.findFollowing(database);
        var number = number(random.nextInt(memory.cases.size()));
        String status = status(number);
        boolean isDiagnosed = status.equals("DIAGNOSING");
        boolean isAsked = status.equals("WAITING_FOR_CUSTOMER");
        boolean isResolved = status.equals("RESOLVED");
        boolean hasEnded = ENDED.contains(status);
        boolean isWorkedOn = !isDiagnosed && !isAsked && !isResolved && !hasEnded;
        new Deeds(random)
                .may(24, () -> write(number, Tone.any(random)))
                .may(6, () -> note(number))
                .may(isResolved ? 20 : 2, () -> confirm(number))
                .may(2, () -> withdraw(number))
                .may(reading.hasPending() ? 26 : 0, () -> reading.goOn(random.nextInt(100)))
                .may(reading.hasTask() ? 30 : 0, this::read)
                .may(1, () -> register(number))
                .may(2, () -> triage(number))
                .may(
                        3,
                        () -> step(
                                "acknowledge",
                                step -> get(AcknowledgeRequest.class).acknowledge(number, null, null, step)))
                .may(isDiagnosed ? 20 : 3, () -> diagnose(number))
                .may(
                        isDiagnosed ? 12 : 2,
                        () -> told(
                                "ask", (words, step) -> get(AskCustomer.class).ask(number, words, step)))
                .may(
                        isAsked ? 8 : 1,
                        () -> step("remind", step -> get(AskCustomer.class).remind(number, step)))
                .may(
                        isAsked ? 10 : 1,
                        () -> step(
                                "take the reply", step -> get(AskCustomer.class).takeReply(number, step)))
                .may(
                        isAsked ? 8 : 2,
                        () -> step(
                                "close unanswered",
                                step -> get(AskCustomer.class).closeUnanswered(number, step)))
                .may(isWorkedOn ? 12 : 2, () -> plan(number))
                .may(isWorkedOn ? 5 : 1, () -> decide(number))
                .may(isWorkedOn ? 5 : 1, () -> report(number))
                .may(
                        isWorkedOn ? 25 : 2,
                        () -> told(
                                "resolve",
                                (words, step) -> get(TellResolution.class).tell(number, words, step)))
                .may(
                        isResolved ? 8 : 1,
                        () -> step(
                                "remind of closing",
                                step -> get(RemindOfClosing.class).remind(number, step)))
                .may(
                        isResolved ? 20 : 2,
                        () -> step("settle", step -> get(RecordAnswer.class).record(number, null, step)))
                .may(isWorkedOn ? 5 : 1, () -> relay(number))
                .may(
                        isDiagnosed ? 4 : 1,
                        () -> step("reopen", step -> get(ReopenCase.class).reopen(number, key(step), step)))
                .may(
                        2,
                        () -> step(
                                "issue over", step -> get(EndKnownIssue.class).tellOver(number, ISSUE, step)))
                .may(2, () -> step("no issue", step -> get(EndKnownIssue.class).takeBack(number, ISSUE, step)))
                .doOne();
    }

    /** Until nobody has anything to read any more and the engine has acted on all it was told. */
    void readAll() {
        do {
            memory.findFollowing(database);
            while (reading.hasTask()) {
                reading.read(0, Outcome.READ, null);
            }
        } while (reading.goOn(0));
    }

    private String status(CaseNumber number) {
        return database.sql("SELECT status FROM support_case WHERE number = ?")
                .param(number.value())
                .query(String.class)
                .single();
    }

    /** A client that got no answer writes the same again. */
    void write(CaseNumber number, Tone tone) {
        String mark = memory.words.ofCustomer();
        String status = status(number);
        for (int times = 1 + random.nextInt(2); times > 0; times--) {
            Conversation.again(() -> get(ReceiveMessage.class)
                    .receive(
                            number,
                            at -> InboundMessage.fromPortal(
                                    at, "portal", tone.with(mark), tone == Tone.AUTOMATIC, mark),
                            List.of())
                    .orElseThrow());
        }
        memory.written.add(new Memory.Written(mark, number.value(), tone.isForPerson(ENDED.contains(status))));
        memory.steps.add("the customer of %s (%s) writes %s: %s".formatted(number, status, mark, tone));
    }

    private void note(CaseNumber number) {
        String mark = memory.words.internal();
        attempt(
                "note %s on %s".formatted(mark, number),
                step -> get(ReceiveMessage.class)
                        .note(number, "Among us " + mark, "demo", mark)
                        .ifPresent(noted -> memory.notes.add(mark)));
    }

    private void confirm(CaseNumber number) {
        var answer = random.nextBoolean() ? CustomerAnswer.SOLVED : CustomerAnswer.NOT_SOLVED;
        attempt(
                "the customer of %s says %s".formatted(number, answer),
                step -> get(ConfirmResolution.class).confirm(number, answer, "portal"));
    }

    private void withdraw(CaseNumber number) {
        attempt("the customer takes %s back".formatted(number), step -> {
            get(WithdrawCase.class).withdraw(number, null, "portal");
            memory.takenBack(number.value());
        });
    }

    private void read() {
        var outcome = Outcome.values()[random.nextInt(Outcome.values().length)];
        int any = random.nextInt(100);
        String words = memory.words.forCustomer();
        attempt("read with %s and %s".formatted(outcome, words), step -> {
            reading.read(any, outcome, outcome == Outcome.ANSWER ? "Please note " + words : null);
            if (outcome == Outcome.ANSWER) {
                memory.told.put(words, 1);
                memory.promised.add(words);
            }
        });
    }

    private void register(CaseNumber number) {
        step("register %s".formatted(number), step -> get(RegisterCase.class).register(number, key(step), step));
    }

    private void triage(CaseNumber number) {
        boolean isOurs = random.nextInt(6) > 0;
        var triage = new Triage(
                oneOf(Category.values()),
                oneOf(Severity.values()),
                oneOf(Queue.values()),
                isOurs ? Remit.INSIDE : oneOf(Remit.values()),
                null,
                false,
                "Among us " + memory.words.internal());
        step("triage %s".formatted(number), step -> get(RecordTriage.class).record(number, triage, null, step));
        if (!isOurs) {
            told(
                    "redirect %s".formatted(number),
                    (words, step) -> get(RedirectCustomer.class).redirect(number, triage.remit(), words, step));
        }
    }

    private void diagnose(CaseNumber number) {
        var next = oneOf(NextStep.values());
        var findings = new Findings(
                oneOf(Category.values()),
                oneOf(Severity.values()),
                null,
                "Among us " + memory.words.internal(),
                "Among us " + memory.words.internal(),
                null,
                memory.words.internal(),
                memory.words.internal(),
                memory.words.internal(),
                ISSUE,
                "Not asked yet " + memory.words.internal(),
                "Not said yet " + memory.words.internal(),
                random.nextInt(6) == 0 ? oneOf(Queue.values()) : null,
                next,
                next == NextStep.HAND_OFF ? "SERVICE_UNAVAILABLE" : null);
        step(
                "diagnose %s: %s".formatted(number, next),
                step -> get(RecordDiagnosis.class).record(number, findings, "agent", step));
    }

    private void plan(CaseNumber number) {
        boolean isBack = random.nextBoolean();
        var plan = new RecordResolution.Plan(
                isBack ? RecordResolution.BACK_TO_DIAGNOSIS : "credit",
                "Among us " + memory.words.internal(),
                "10,00",
                "Not sent yet " + memory.words.internal(),
                "Among us " + memory.words.internal(),
                null,
                null,
                random.nextBoolean());
        step(
                "plan %s: %s".formatted(number, plan.action()),
                step -> get(RecordResolution.class).record(number, plan, "agent", step));
        if (plan.approvalNeeded()) {
            step(
                    "propose %s: %s".formatted(number, plan.action()),
                    step -> get(ProposeChange.class).propose(number, plan, "Give a credit", "agent", step));
        }
    }

    private void decide(CaseNumber number) {
        boolean isApproved = random.nextBoolean();
        String reason = "Among us " + memory.words.internal();
        step(
                "decide on %s".formatted(number),
                step -> get(RecordApproval.class)
                        .decide(number, isApproved, reason, random.nextBoolean() ? "manager" : "agent", step));
    }

    private void report(CaseNumber number) {
        boolean isDone = random.nextBoolean();
        String failure = "Among us " + memory.words.internal();
        String words = "Not sent yet " + memory.words.internal();
        step(
                "report on %s".formatted(number),
                step -> get(RecordApproval.class).report(number, isDone, words, failure, "agent", step));
    }

    private void relay(CaseNumber number) {
        boolean isSolved = random.nextBoolean();
        String vendor = "Mended with build " + memory.words.ofVendor();
        String own = "Not sent yet " + memory.words.internal();
        step(
                "relay to %s".formatted(number),
                step -> get(HandOffCase.class).relay(number, isSolved, own, vendor, "agent", step));
    }

    private interface Telling {
        void tell(String words, Step step);
    }

    /** The customer may hear of it once. */
    private void told(String what, Telling telling) {
        String mark = memory.words.forCustomer();
        step("%s with %s".formatted(what, mark), step -> {
            telling.tell("Please note " + mark, step);
            memory.told.put(mark, 1);
        });
    }

    /** As an engine does: now and then a job comes twice. */
    private void step(String what, Consumer<Step> deed) {
        boolean isTwice = random.nextInt(4) == 0;
        attempt(what, step -> {
            deed.accept(step);
            if (isTwice) {
                deed.accept(step);
            }
        });
    }

    private void attempt(String what, Consumer<Step> deed) {
        var step = CaseDesk.step("serviceTask_Any");
        try {
            Conversation.again(() -> {
                deed.accept(step);
                return true;
            });
            memory.steps.add(what);
        } catch (NotPossibleNow | Overtaken | NoSuchElementException | IllegalStateException e) {
            memory.steps.add("%s, in vain: %s".formatted(what, e.getMessage()));
        }
    }

    private static long key(Step step) {
        return Long.parseLong(step.key());
    }

    @SafeVarargs
    private <T> T oneOf(T... choices) {
        return List.of(choices).get(random.nextInt(choices.length));
    }
}

package io.casewright.oncall.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.casefile.application.CaseRequest;
import io.casewright.casefile.application.CaseRequest.ContactPerson;
import io.casewright.casefile.application.CaseWritten;
import io.casewright.casefile.application.ReceiveMessage;
import io.casewright.casefile.application.ReplanCase;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.CaseStatus;
import io.casewright.casefile.domain.Queue;
import io.casewright.casefile.domain.Severity;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.oncall.application.KeepReach.TypedReach;
import io.casewright.oncall.application.KeepRota.NewShift;
import io.casewright.oncall.domain.Call;
import io.casewright.oncall.domain.Reach;
import io.casewright.oncall.domain.Rota;
import io.casewright.oncall.persistence.Calls;
import io.casewright.oncall.persistence.Rotas;
import io.casewright.openinghours.application.OpeningHours;
import io.casewright.openinghours.domain.Whose;
import io.casewright.promise.application.BreachOpened;
import io.casewright.promise.domain.PromiseKind;
import io.casewright.task.KeepTasks;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.CaseWitness;
import io.casewright.testkit.CasewrightTest;
import io.casewright.testkit.HoursDesk;
import io.casewright.testkit.MailRoom;
import io.casewright.testkit.TaskDesk;
import io.casewright.testkit.TaskDesk.Waiting;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Whoever is on call is called, and after that the next one, until somebody is on it. */
@CasewrightTest
@Import(TaskDesk.class)
class CallSomebodyTests {

    @Autowired
    CaseDesk cases;

    @Autowired
    CaseWitness witness;

    @Autowired
    CallSomebody callSomebody;

    @Autowired
    KeepRota rota;

    @Autowired
    KeepReach reach;

    @Autowired
    AnswerCall answerCall;

    @Autowired
    Calls calls;

    @Autowired
    Rotas rotas;

    @Autowired
    HoursDesk openingHours;

    @Autowired
    OpeningHours queuesAtWork;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    JdbcClient database;

    @Autowired
    ReplanCase replanCase;

    @Autowired
    ReceiveMessage receiveMessage;

    @Autowired
    KeepTasks keepTasks;

    @Autowired
    TaskDesk tasks;

    @Autowired
    MailRoom mail;

    @Autowired
    Clock clock;

    @BeforeEach
    void twoAreOnCall() {
        var now = clock.instant();
        rotas.keep(Reach.byMail("ada", "ada@partner.example"));
        rotas.keep(Reach.byMail("grace", "grace@partner.example"));
        rotas.add("first-line", "ada", now.minusSeconds(60), now.plusSeconds(3600));
        rotas.add("first-line", "grace", now.plusSeconds(3600), now.plusSeconds(7200));
    }

    /** Cases of other tests call nobody. */
    @AfterEach
    void nobodyIsOnCall() {
        database.sql("DELETE FROM oncall_shift").update();
        database.sql("DELETE FROM oncall_person").update();
        openingHours.forget();
    }

    @Test
    void aCriticalCaseCallsWhoIsOnCallAndThenTheNextUntilNobodyIsLeft() {
        var number = cases.received();
        var call = await(number, 1);
        assertThat(call.attempts()).extracting(Call.Attempt::login).containsExactly("ada");
        assertThat(call.reason()).isEqualTo("A critical case came in");
        callSomebody.next(new CallSomebody.Next(call.id(), 1));
        callSomebody.next(new CallSomebody.Next(call.id(), 1));
        assertThat(callOf(number).attempts()).extracting(Call.Attempt::login).containsExactly("ada", "grace");
        callSomebody.next(new CallSomebody.Next(call.id(), 2));
        assertThat(callOf(number).isOpen()).isFalse();
        assertThat(witness.happeningsOf(number)).contains(Kind.PERSON_CALLED, Kind.CALL_UNANSWERED);
    }

    @Test
    void aCaseThatIsFoundToBeCriticalCallsToo() {
        var number = cases.registered(question());
        assertThat(all(number)).isEmpty();
        var now = clock.instant();
        rotas.add(witness.caseOf(number).queue().group(), "ada", now.minusSeconds(60), now.plusSeconds(3600));
        replanCase.reassess(number, Severity.CRITICAL, "ada");
        assertThat(await(number, 1).reason()).isEqualTo("A case is critical");
        assertThat(all(number)).hasSize(1);
    }

    @Test
    void withinTheHoursOfTheQueueNobodyIsCalledForACriticalCaseButForItsPromise() {
        openingHours.kept(Whose.of(Queue.FIRST_LINE), clock.instant(), "mon-sun 00:00-24:00");
        var number = cases.received();
        assertThat(all(number)).isEmpty();
        transactions.executeWithoutResult(status -> callSomebody.breached(
                new BreachOpened(number, "breach-" + number, PromiseKind.FIRST_RESPONSE, 100, Queue.FIRST_LINE)));
        assertThat(await(number, 1).reason()).isEqualTo("A promise is missed or about to be missed");
    }

    @Test
    void outsideOfTheHoursOfTheQueueSomebodyIsCalled() {
        var other = clock.instant().atZone(ZoneOffset.UTC).plusDays(3).getDayOfWeek();
        openingHours.kept(
                Whose.of(Queue.FIRST_LINE),
                clock.instant(),
                other.name().substring(0, 3).toLowerCase(Locale.ROOT) + " 09:00-17:00");
        openingHours.kept(Whose.of(Queue.DUTY_MANAGER), clock.instant(), "mon-sun 00:00-24:00");
        assertThat(await(cases.received(), 1).reason()).isEqualTo("A critical case came in");
    }

    @Test
    void aCaseThatIsStillCriticalAfterTheHoursCallsWhenSomethingHappensToIt() {
        openingHours.kept(Whose.of(Queue.FIRST_LINE), clock.instant(), "mon-sun 00:00-24:00");
        var number = cases.received();
        assertThat(all(number)).isEmpty();
        openingHours.kept(Whose.of(Queue.FIRST_LINE), clock.instant(), null);
        transactions.executeWithoutResult(status -> callSomebody.written(
                new CaseWritten(0, number, CaseStatus.DIAGNOSING, Severity.CRITICAL, Queue.FIRST_LINE, false)));
        assertThat(await(number, 1).reason()).isEqualTo("A case is critical");
    }

    @Test
    void onlyOutsideOfTheHoursOfTheQueueIsATimeWithoutAnybodyAGap() {
        openingHours.kept(Whose.of(Queue.FIRST_LINE), clock.instant(), "mon-fri 09:00-17:00");
        var hours = Objects.requireNonNull(queuesAtWork.ofQueues().get("first-line"));
        assertThat(gaps())
                .hasSizeGreaterThan(5)
                .allSatisfy(
                        gap -> assertThat(hours.between(gap.from(), gap.to())).isZero());
        openingHours.kept(Whose.of(Queue.FIRST_LINE), clock.instant(), null);
        assertThat(gaps()).hasSize(1);
    }

    private List<Rota.Stretch> gaps() {
        return Objects.requireNonNull(rota.rota().get("first-line")).gaps();
    }

    @Test
    void whoWorksOnACaseIsToldOfTheCustomersWordsAndOfTasksThatOthersAssign() {
        rotas.keep(new Reach("grace", "grace@partner.example", null, true, true, null, null));
        var number = cases.diagnosing(question());
        long task = tasks.open(Waiting.diagnosisOf(number).of("ada"));
        long key = database.sql("SELECT task_key FROM user_task WHERE id = ?")
                .param(task)
                .query(Long.class)
                .single();
        keepTasks.assigned(key, "grace", true);
        keepTasks.assigned(key, "grace", true);
        receiveMessage.receive(number, "It happens again.", "portal", "words-" + number);
        receiveMessage.receive(number, "It happens again.", "portal", "words-" + number);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(toldOf(number))
                        .containsExactlyInAnyOrder("A task was assigned to you", "The customer has written"));
    }

    private List<String> toldOf(CaseNumber number) {
        return mail.about(number.value()).stream()
                .map(CallSomebodyTests::subject)
                .filter(subject -> subject.startsWith("[" + number + "] ")
                        && (subject.contains("assigned") || subject.contains("has written")))
                .map(subject -> subject.substring(number.value().length() + 3))
                .toList();
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CaseRequest question() {
        return new CaseRequest(
                "contoso.example",
                new ContactPerson("Ida Toivonen", "it@contoso.example", null),
                "Sharing a calendar",
                "How do I share a calendar with a colleague?",
                "Exchange Online",
                null,
                null,
                Severity.MODERATE,
                null,
                1,
                null,
                null);
    }

    @Test
    void whoAnswersEndsTheCallAndNobodyElseIsCalled() {
        var number = cases.received();
        var call = await(number, 1);
        assertThat(answerCall.answer(call.id(), "mallory", false))
                .hasValueSatisfying(why -> assertThat(why).startsWith("You were not called"));
        assertThat(answerCall.answer(call.id(), "ada", false)).isEmpty();
        assertThat(answerCall.answer(call.id(), "ada", false)).isEmpty();
        assertThat(answerCall.answer(call.id(), "manager", true)).contains("ada is on it already.");
        callSomebody.next(new CallSomebody.Next(call.id(), 1));
        assertThat(callOf(number).attempts()).hasSize(1);
        assertThat(witness.happeningsOf(number)).containsOnlyOnce(Kind.CALL_ANSWERED);
    }

    @Test
    void whatCannotBePlannedNamesTheFieldAndTheRemedy() {
        String later = local(Duration.ofDays(2));
        assertThat(add("first-line", "ada", local(Duration.ofDays(-1)), later)).startsWith("From: this is past.");
        assertThat(add("first-line", "ada", later, later)).startsWith("Until: must be later");
        assertThat(add("first-line", "ada", "soon", later)).startsWith("From: write");
        assertThat(add("first-line", "nobody", local(Duration.ofDays(1)), later))
                .startsWith("Person: nobody has not said");
        assertThat(add("kitchen", "ada", local(Duration.ofDays(1)), later)).startsWith("Queue: choose");
        assertThat(reach.reachBy("ada", new TypedReach("no address", "", false, false, "", "")))
                .isPresent();
        assertThat(rota.remove(0)).isPresent();
        assertThat(add("first-line", "ada", local(Duration.ofDays(1)), later)).isEmpty();
    }

    private String add(String queue, String login, String from, String until) {
        return rota.add(new NewShift(queue, login, from, until)).orElse("");
    }

    private String local(Duration ahead) {
        return java.time.LocalDateTime.ofInstant(clock.instant().plus(ahead), java.time.ZoneId.of("Europe/Berlin"))
                .withNano(0)
                .toString();
    }

    private Call await(CaseNumber number, int attempts) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() ->
                        all(number).stream().anyMatch(call -> call.attempts().size() == attempts));
        return callOf(number);
    }

    private Call callOf(CaseNumber number) {
        return all(number).getFirst();
    }

    private List<Call> all(CaseNumber number) {
        return calls.latest(1000).stream()
                .filter(call -> call.caseNumber().equals(number.value()))
                .toList();
    }
}

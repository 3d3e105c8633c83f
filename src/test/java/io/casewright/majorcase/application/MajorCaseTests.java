package io.casewright.majorcase.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.ConfirmResolution;
import io.casewright.casefile.application.FindCases;
import io.casewright.casefile.application.FindTrouble;
import io.casewright.casefile.application.HandOffCase;
import io.casewright.casefile.application.Overtaken;
import io.casewright.casefile.application.WithdrawCase;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.CaseStatus;
import io.casewright.casefile.domain.CustomerAnswer;
import io.casewright.casefile.domain.Evidence;
import io.casewright.casefile.domain.TimelineEntry;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.majorcase.domain.MajorCase;
import io.casewright.majorcase.domain.MajorCaseState;
import io.casewright.majorcase.persistence.MajorCaseChildren;
import io.casewright.majorcase.persistence.MajorCases;
import io.casewright.majorcase.process.AdoptChildrenWorker;
import io.casewright.majorcase.process.AdoptLateChildrenWorker;
import io.casewright.majorcase.process.EndMajorCaseWorker;
import io.casewright.majorcase.process.ListCasesWorker;
import io.casewright.majorcase.process.RecordConfirmationWorker;
import io.casewright.majorcase.process.RecordUpdateWorker;
import io.casewright.platform.engine.FormChoice;
import io.casewright.testkit.ARequest;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.CasewrightTest;
import io.casewright.testkit.RecordingEngine;
import io.casewright.testkit.RecordingEngine.Told;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** On the real database; the clock of the detection stands still on a day on which only the test's cases came. */
@CasewrightTest
class MajorCaseTests {

    private static final String CONTOSO = "contoso.example";
    private static final String ADATUM = "adatum.example";
    private static final String LITWARE = "litware.example";
    private static final String FABRIKAM = "fabrikam.example";
    private static final Instant NOON = Instant.parse("2024-05-06T12:00:00Z");

    @Autowired
    CaseDesk desk;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    FindCases cases;

    @Autowired
    HandOffCase handOff;

    @Autowired
    WithdrawCase withdrawCase;

    @Autowired
    ConfirmResolution confirmResolution;

    @Autowired
    FindTrouble trouble;

    @Autowired
    MajorCases majorCases;

    @Autowired
    MajorCaseChildren children;

    @Autowired
    MajorCaseProcess process;

    @Autowired
    MajorCaseSettings settings;

    @Autowired
    MajorCaseAudit audit;

    @Autowired
    RecordingEngine engine;

    @Autowired
    ListCasesWorker listCases;

    @Autowired
    RecordConfirmationWorker recordConfirmation;

    @Autowired
    AdoptChildrenWorker adoptChildren;

    @Autowired
    AdoptLateChildrenWorker adoptLateChildren;

    @Autowired
    RecordUpdateWorker recordUpdate;

    @Autowired
    SendUpdate sendUpdate;

    @Autowired
    ConfirmMajorCase confirmMajorCase;

    @Autowired
    EndMajorCaseWorker endMajorCase;

    private String product;

    @BeforeEach
    void aProductOfItsOwn() {
        product = "Product " + UUID.randomUUID();
    }

    @Nested
    class Detection {

        @Test
        void twoCustomersAreNoMajorCase() {
            trouble(CONTOSO, 0);
            trouble(ADATUM, 5);
            detect();
            assertThat(found()).isEmpty();
        }

        @Test
        void threeCustomersWithinTheHourAreProposed() {
            var numbers = List.of(trouble(CONTOSO, 0), trouble(ADATUM, 30), trouble(LITWARE, 60));
            detect();
            var majorCase = theMajorCase();
            assertThat(majorCase.state()).isEqualTo(MajorCaseState.PROPOSED);
            assertThat(majorCase.service()).isEqualTo(product.toLowerCase(Locale.ROOT));
            assertThat(majorCase.since()).isEqualTo(NOON.minusSeconds(60 * 60));
            assertThat(casesOf(majorCase)).containsExactlyInAnyOrderElementsOf(numbers);
            awaitTold(MajorCaseMessages.PROPOSED, majorCase);
        }

        @Test
        void threeCustomersOverTwoHoursAreNoMajorCase() {
            trouble(CONTOSO, 0);
            trouble(ADATUM, 60);
            trouble(LITWARE, 120);
            detect();
            assertThat(found()).isEmpty();
        }

        @Test
        void oneCustomerThreeTimesIsNoMajorCase() {
            trouble(CONTOSO, 0);
            trouble(CONTOSO, 1);
            trouble(CONTOSO, 2);
            detect();
            assertThat(found()).isEmpty();
        }

        @Test
        void detectedTwiceItIsOne() {
            threeCustomers();
            detect();
            detect();
            assertThat(found()).hasSize(1);
        }

        @Test
        void detectedTwiceAtOnceItIsOne() throws Exception {
            threeCustomers();
            Callable<Void> run = () -> {
                detect();
                return null;
            };
            try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var each : executor.invokeAll(List.of(run, run, run))) {
                    try {
                        each.get();
                    } catch (ExecutionException e) {
                        assertThat(e.getCause()).isInstanceOf(DataAccessException.class);
                    }
                }
            }
            assertThat(found()).hasSize(1);
        }

        @Test
        void theNameOfAProductMayBeWrittenInAnyWay() {
            trouble(CONTOSO, 0);
            trouble(ADATUM, 1, " " + product.toUpperCase(Locale.ROOT).replace(" ", "   "), null);
            trouble(LITWARE, 2);
            detect();
            assertThat(found()).hasSize(1);
        }

        @Test
        void anotherRegionDoesNotCount() {
            trouble(CONTOSO, 0, product, "EMEA");
            trouble(ADATUM, 1, product, "emea");
            trouble(LITWARE, 2, product, "APAC");
            detect();
            assertThat(found()).isEmpty();
            trouble(FABRIKAM, 3, product, " Emea ");
            detect();
            assertThat(theMajorCase().region()).isEqualTo("emea");
            assertThat(casesOf(theMajorCase())).hasSize(3);
        }

        @Test
        void anotherSymptomDoesNotCount() {
            trouble(CONTOSO, 0);
            trouble(ADATUM, 1);
            describe(trouble(LITWARE, 2), "Messages arrive an hour late.");
            detect();
            assertThat(found()).isEmpty();
            trouble(FABRIKAM, 3);
            detect();
            assertThat(theMajorCase().symptom()).isEqualTo("bounce");
            assertThat(casesOf(theMajorCase())).hasSize(3);
        }

        @Test
        void anotherSymptomAtTheSamePlaceIsAnotherMajorCase() {
            confirm(proposed(), "yes");
            describe(trouble(CONTOSO, 40), "Messages arrive an hour late.");
            describe(trouble(ADATUM, 41), "Nachrichten kommen stark verzögert an.");
            detect();
            assertThat(found()).hasSize(1);
            describe(trouble(LITWARE, 42), "Mail is slow.");
            detect();
            assertThat(found()).extracting(MajorCase::symptom).containsExactly("bounce", "slow");
        }

        @Test
        void anEndedCaseDoesNotCount() {
            trouble(CONTOSO, 0);
            trouble(ADATUM, 1);
            withdrawCase.withdraw(trouble(LITWARE, 2), null, "portal");
            detect();
            assertThat(found()).isEmpty();
        }

        @Test
        void whatWasRejectedIsNotProposedAgainForTheSameCases() {
            var majorCase = proposed();
            confirm(majorCase, "no");
            trouble(FABRIKAM, 4);
            detect();
            assertThat(found()).singleElement().extracting(MajorCase::state).isEqualTo(MajorCaseState.REJECTED);
        }

        @Test
        void afterItWasRejectedNewCustomersAreANewProposal() {
            confirm(proposed(), "no");
            threeCustomers();
            detect();
            assertThat(found())
                    .extracting(MajorCase::state)
                    .containsExactly(MajorCaseState.REJECTED, MajorCaseState.PROPOSED);
        }
    }

    @Nested
    class Workers {

        @Test
        void theFormListsTheCasesWithTheirCustomers() {
            var majorCase = proposed();
            var proposal = list(majorCase);
            assertThat(proposal.facts().majorCaseCases().lines()).hasSize(3);
            assertThat(proposal.facts().majorCaseCases())
                    .contains(
                            "Contoso",
                            "Adatum",
                            "Litware",
                            casesOf(majorCase).getFirst().value());
            assertThat(proposal.facts().majorTaskDue()).isEqualTo(NOON.plus(settings.confirmWithin()));
            assertThat(proposal.casesChosen())
                    .containsExactlyElementsOf(
                            casesOf(majorCase).stream().map(CaseNumber::value).toList());
        }

        @Test
        void withoutAnAnswerNothingIsDecided() {
            var majorCase = proposed();
            assertThat(confirmMajorCase.problemWith(majorCase.number(), null, null))
                    .contains("Is it one trouble that many customers share: choose one.");
            assertThatThrownBy(() -> confirm(majorCase, null)).isInstanceOf(Overtaken.class);
            assertThat(theMajorCase().state()).isEqualTo(MajorCaseState.PROPOSED);
        }

        @Test
        void aCaseThatIsNotChosenGoesOnAlone() {
            var majorCase = proposed();
            var all = casesOf(majorCase).stream().map(CaseNumber::value).toList();
            var proposal = list(majorCase);
            confirm(majorCase, "yes", proposal.majorCaseChoices(), all.subList(1, 3));
            adopt(majorCase);
            detect();
            assertThat(found()).hasSize(1);
            assertThat(count(new CaseNumber(all.getFirst()), Kind.MAJOR_CASE_JOINED))
                    .isZero();
            for (String child : all.subList(1, 3)) {
                assertThat(count(new CaseNumber(child), Kind.MAJOR_CASE_JOINED)).isEqualTo(1);
                assertThat(handOff.collect(new CaseNumber(child)).evidence())
                        .extracting(Evidence::text)
                        .anyMatch(text -> text.contains("2 customers, 2 cases"));
            }
            assertThat(children.findByMajorCaseIdOrderById(majorCase.number().id()))
                    .filteredOn(child -> child.caseNumber().equals(all.getFirst()))
                    .singleElement()
                    .satisfies(child ->
                            assertThat(child.isToBeAnnounced(Instant.MAX)).isFalse());
        }

        @Test
        void aCaseThatArrivedWhileTheFormWasOpenIsNotLeftOut() {
            var majorCase = proposed();
            var proposal = list(majorCase);
            var late = trouble(FABRIKAM, 40);
            detect();
            confirm(majorCase, "yes", proposal.majorCaseChoices(), proposal.casesChosen());
            adopt(majorCase);
            assertThat(count(late, Kind.MAJOR_CASE_JOINED)).isEqualTo(1);
        }

        @Test
        void aChoiceThatCannotBeIsRefused() {
            var majorCase = proposed();
            list(majorCase);
            assertThat(confirmMajorCase.problemWith(majorCase.number(), true, List.of()))
                    .contains("Cases that are this trouble: choose at least one, or say that it is none.");
            assertThat(confirmMajorCase.problemWith(majorCase.number(), true, List.of("CW-2026-999999")))
                    .hasValueSatisfying(
                            problem -> assertThat(problem).contains("CW-2026-999999 is not among the cases of"));
            assertThat(confirmMajorCase.problemWith(majorCase.number(), false, List.of()))
                    .isEmpty();
        }

        @Test
        void theFirstAnswerCounts() throws Exception {
            var majorCase = proposed();
            runsTwiceLikeOnce(
                    "serviceTask_RecordConfirmation",
                    job -> recordConfirmation.recordConfirmation(
                            job,
                            new RecordConfirmationWorker.Input(
                                    majorCase.number().value(), "yes", null, null)));
            assertThat(confirm(majorCase, "no")).isEqualTo("major");
            assertThat(theMajorCase().confirmedBy()).contains("agent");
        }

        @Test
        void everyChildSaysSoAndHasTheProofOnce() throws Exception {
            var majorCase = confirmed();
            runsTwiceLikeOnce(
                    "serviceTask_AdoptChildren",
                    job -> adoptChildren
                            .adoptChildren(
                                    job,
                                    new AdoptChildrenWorker.Input(
                                            majorCase.number().value()))
                            .majorCaseCases());
            for (var child : casesOf(majorCase)) {
                assertThat(count(child, Kind.MAJOR_CASE_JOINED)).isEqualTo(1);
                assertThat(handOff.collect(child).evidence())
                        .filteredOn(each -> each.kind() == Evidence.Kind.OTHER_CUSTOMERS)
                        .singleElement()
                        .satisfies(proof -> assertThat(proof.text())
                                .contains("3 customers, 3 cases")
                                .doesNotContainIgnoringCase("contoso"));
            }
        }

        @Test
        void aCaseThatEndedMeanwhileIsNoChild() {
            var majorCase = confirmed();
            var ended = casesOf(majorCase).getFirst();
            withdrawCase.withdraw(ended, null, "portal");
            adopt(majorCase);
            assertThat(count(ended, Kind.MAJOR_CASE_JOINED)).isZero();
            assertThat(handOff.collect(ended).has(Evidence.Kind.OTHER_CUSTOMERS))
                    .isFalse();
        }

        @Test
        void oneUpdateReachesEveryChildOnce() throws Exception {
            var majorCase = adopted();
            runsTwiceLikeOnce(
                    "serviceTask_RecordUpdate",
                    job -> recordUpdate
                            .recordUpdate(job, input(majorCase, "Microsoft works on it.", "no"))
                            .majorCaseOver());
            for (var child : casesOf(majorCase)) {
                assertThat(count(child, Kind.MAJOR_CASE_UPDATED)).isEqualTo(1);
                assertThat(lettersTo(child)).isEqualTo(1);
            }
        }

        @Test
        void anUpdateWithoutWordsIsRefused() {
            var majorCase = adopted();
            assertThat(sendUpdate.problemWith(majorCase.number(), null, false))
                    .contains("Words for all customers: required.");
            assertThat(sendUpdate
                            .problemWith(majorCase.number(), "x".repeat(2001), true)
                            .orElseThrow())
                    .contains("at most 2000 characters, these are 2001");
            assertThatThrownBy(() ->
                            recordUpdate.recordUpdate(job("serviceTask_RecordUpdate"), input(majorCase, " ", "no")))
                    .isInstanceOf(Overtaken.class)
                    .hasMessageContaining("required");
            assertThat(lettersTo(casesOf(majorCase).getFirst())).isZero();
        }

        @Test
        void whatWasSentIsNotInTheNextForm() {
            var output = recordUpdate.recordUpdate(job("serviceTask_RecordUpdate"), input(adopted(), "News", "no"));
            assertThat(output.updateText()).isNull();
            assertThat(output.isOver()).isNull();
        }

        @Test
        void childrenAreToldThatItIsOverAndStayOpen() throws Exception {
            var majorCase = adopted();
            var before = casesOf(majorCase).stream().map(this::statusOf).toList();
            runsTwiceLikeOnce("serviceTask_EndMajorCase", job -> {
                endMajorCase.endMajorCase(
                        job, new EndMajorCaseWorker.Input(majorCase.number().value()));
                return theMajorCase().state();
            });
            assertThat(theMajorCase().state()).isEqualTo(MajorCaseState.OVER);
            for (var child : casesOf(majorCase)) {
                assertThat(count(child, Kind.MAJOR_CASE_LEFT)).isEqualTo(1);
            }
            assertThat(casesOf(majorCase).stream().map(this::statusOf)).isEqualTo(before);
        }

        @Test
        void aChildClosesByItsOwnConfirmationOnly() {
            var majorCase = adopted();
            var numbers = casesOf(majorCase);
            var resolved = desk.resolved(desk.resolving(numbers.getFirst()));
            endMajorCase.endMajorCase(
                    job("serviceTask_EndMajorCase"),
                    new EndMajorCaseWorker.Input(majorCase.number().value()));
            assertThat(statusOf(resolved)).isEqualTo(CaseStatus.RESOLVED);
            confirmResolution.confirm(resolved, CustomerAnswer.SOLVED, "portal");
            desk.closed(resolved);
            assertThat(numbers.stream().map(this::statusOf))
                    .containsExactly(CaseStatus.CLOSED, CaseStatus.DIAGNOSING, CaseStatus.DIAGNOSING);
        }

        private CaseStatus statusOf(CaseNumber number) {
            return cases.byNumber(number).orElseThrow().status();
        }
    }

    @Nested
    class Audit {

        @Test
        void aCaseThatArrivesLaterIsAdopted() throws Exception {
            var majorCase = adopted();
            var late = trouble(FABRIKAM, 58);
            detect();
            audit.audit();
            awaitTold(MajorCaseMessages.CASE_ARRIVED, majorCase);
            runsTwiceLikeOnce(
                    "serviceTask_AdoptLateChildren",
                    job -> adoptLateChildren
                            .adoptLateChildren(
                                    job,
                                    new AdoptLateChildrenWorker.Input(
                                            majorCase.number().value()))
                            .majorCaseCases());
            assertThat(count(late, Kind.MAJOR_CASE_JOINED)).isEqualTo(1);
            assertThat(handOff.collect(late).has(Evidence.Kind.OTHER_CUSTOMERS)).isTrue();
            assertThat(count(casesOf(majorCase).getFirst(), Kind.MAJOR_CASE_JOINED))
                    .isEqualTo(1);
        }

        @Test
        void aCaseFromBeforeTheTroubleBeganIsNotAdopted() {
            var majorCase = adopted();
            var earlier = trouble(FABRIKAM, -30);
            detect();
            assertThat(casesOf(majorCase)).hasSize(3).doesNotContain(earlier);
        }

        @Test
        void withoutOpenCasesItIsDissolved() {
            var majorCase = adopted();
            casesOf(majorCase).forEach(number -> withdrawCase.withdraw(number, null, "portal"));
            audit.audit();
            assertThat(theMajorCase().state()).isEqualTo(MajorCaseState.DISSOLVED);
            awaitTold(MajorCaseMessages.ALL_CASES_ENDED, majorCase);
        }

        @Test
        void withOneOpenCaseItGoesOn() {
            var majorCase = adopted();
            casesOf(majorCase).stream().skip(1).forEach(number -> withdrawCase.withdraw(number, null, "portal"));
            audit.audit();
            assertThat(theMajorCase().state()).isEqualTo(MajorCaseState.OPEN);
        }

        @Test
        void aStartThatWasLostIsOrderedAgain() {
            var majorCase = proposed();
            awaitTold(MajorCaseMessages.PROPOSED, majorCase);
            long before = told(MajorCaseMessages.PROPOSED, majorCase);
            audit.audit();
            Awaitility.await()
                    .untilAsserted(() -> assertThat(told(MajorCaseMessages.PROPOSED, majorCase))
                            .isGreaterThan(before));
        }
    }

    private void threeCustomers() {
        trouble(CONTOSO, 10);
        trouble(ADATUM, 20);
        trouble(LITWARE, 30);
    }

    /** Minutes after eleven o'clock. */
    private CaseNumber trouble(String customer, int minutes) {
        return trouble(customer, minutes, product, null);
    }

    private CaseNumber trouble(String customer, int minutes, String product, String region) {
        var number = desk.diagnosing(ARequest.from(customer, "it@" + customer));
        database.sql("UPDATE support_case SET received_at = ?, product = ?, region = ?, subject = ? WHERE number = ?")
                .params(
                        LocalDateTime.ofInstant(NOON.plusSeconds((minutes - 60) * 60L), ZoneOffset.UTC),
                        product,
                        region,
                        "Mail bounces " + UUID.randomUUID(),
                        number.value())
                .update();
        return number;
    }

    private void describe(CaseNumber number, String description) {
        database.sql("UPDATE support_case SET subject = 'Exchange', description = ? WHERE number = ?")
                .params(description, number.value())
                .update();
    }

    private void detect() {
        var detection = new DetectMajorCases(
                trouble, majorCases, children, process, settings, Clock.fixed(NOON, ZoneOffset.UTC));
        transaction.executeWithoutResult(status -> detection.detect());
    }

    private MajorCase proposed() {
        threeCustomers();
        detect();
        return theMajorCase();
    }

    private MajorCase confirmed() {
        var majorCase = proposed();
        list(majorCase);
        assertThat(confirm(majorCase, "yes")).isEqualTo("major");
        return majorCase;
    }

    private MajorCase adopted() {
        var majorCase = confirmed();
        adopt(majorCase);
        return majorCase;
    }

    private ListCases.Proposal list(MajorCase majorCase) {
        return listCases.listCases(
                job("serviceTask_ListCases"),
                new ListCasesWorker.Input(majorCase.number().value()));
    }

    private String confirm(MajorCase majorCase, String answer) {
        return confirm(majorCase, answer, null, null);
    }

    private String confirm(MajorCase majorCase, String answer, List<FormChoice> shown, List<String> chosen) {
        return recordConfirmation
                .recordConfirmation(
                        job("serviceTask_RecordConfirmation"),
                        new RecordConfirmationWorker.Input(majorCase.number().value(), answer, shown, chosen))
                .majorCaseVerdict();
    }

    private void adopt(MajorCase majorCase) {
        adoptChildren.adoptChildren(
                job("serviceTask_AdoptChildren"),
                new AdoptChildrenWorker.Input(majorCase.number().value()));
    }

    private static RecordUpdateWorker.Input input(MajorCase majorCase, String words, String over) {
        return new RecordUpdateWorker.Input(majorCase.number().value(), words, over);
    }

    private MajorCase theMajorCase() {
        assertThat(found()).hasSize(1);
        return found().getFirst();
    }

    private List<MajorCase> found() {
        return Stream.of(MajorCaseState.values())
                .flatMap(state -> majorCases.findByStateInOrderById(List.of(state)).stream())
                .filter(each -> each.service().equals(product.toLowerCase(Locale.ROOT)))
                .sorted(Comparator.comparing(each -> each.number().id()))
                .toList();
    }

    private List<CaseNumber> casesOf(MajorCase majorCase) {
        return children.findByMajorCaseIdOrderById(majorCase.number().id()).stream()
                .map(child -> new CaseNumber(child.caseNumber()))
                .toList();
    }

    private long count(CaseNumber number, Kind kind) {
        return cases.timelineOf(number).orElseThrow().stream()
                .map(TimelineEntry::kind)
                .filter(kind::equals)
                .count();
    }

    private int lettersTo(CaseNumber number) {
        return database.sql("SELECT COUNT(*) FROM message WHERE case_number = ? AND kind = 'UPDATE'")
                .param(number.value())
                .query(Integer.class)
                .single();
    }

    private long told(String message, MajorCase majorCase) {
        return engine.told().stream()
                .filter(new Told(message, majorCase.number().value())::equals)
                .count();
    }

    private void awaitTold(String message, MajorCase majorCase) {
        Awaitility.await()
                .untilAsserted(() -> assertThat(told(message, majorCase)).isPositive());
    }

    /** Every run that returns gives the same answer; of some at once a loser may fail and is tried again. */
    private static <T> void runsTwiceLikeOnce(String elementId, Function<ActivatedJob, T> worker) throws Exception {
        var step = CaseDesk.step(elementId);
        Callable<T> run = () -> worker.apply(CaseDesk.jobOf(step));
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var runs = executor.invokeAll(List.of(run, run, run));
            T afterwards = run.call();
            assertThat(run.call()).isEqualTo(afterwards);
            for (var each : runs) {
                try {
                    assertThat(each.get()).isEqualTo(afterwards);
                } catch (ExecutionException e) {
                    assertThat(e.getCause()).isInstanceOf(DataAccessException.class);
                }
            }
        }
    }

    private static ActivatedJob job(String elementId) {
        return CaseDesk.jobOf(CaseDesk.step(elementId));
    }
}

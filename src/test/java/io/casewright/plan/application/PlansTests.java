package io.casewright.plan.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewright.casefile.application.AcknowledgeRequest;
import io.casewright.casefile.application.CaseRequest;
import io.casewright.casefile.application.ReplanCase;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Severity;
import io.casewright.message.CaseMessage;
import io.casewright.message.Messages;
import io.casewright.plan.domain.ToldVersion;
import io.casewright.promise.application.ReadPromises;
import io.casewright.promise.application.ReadPromises.Told;
import io.casewright.promise.domain.PromiseKind;
import io.casewright.testkit.ARequest;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.CaseWitness;
import io.casewright.testkit.CasewrightTest;
import io.casewright.testkit.PlanDesk;
import io.casewright.testkit.PlanText;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;

/** Cases are promised what the version of the plan says that held when their request was received. */
@CasewrightTest
class PlansTests {

    @Autowired
    PlanDesk desk;

    @Autowired
    Plans plans;

    @Autowired
    ToldPlans told;

    @Autowired
    CaseDesk cases;

    @Autowired
    CaseWitness witness;

    @Autowired
    ReadPromises promises;

    @Autowired
    ReplanCase replanCase;

    @Autowired
    AcknowledgeRequest acknowledgeRequest;

    @Autowired
    Messages messages;

    @Autowired
    Clock clock;

    private long plan;
    private String domain = "";

    @BeforeEach
    void aCustomerUnderAPlanOfItsOwn() {
        plan = desk.plan(PlanText.right());
        domain = desk.customerUnder(plan, "de");
    }

    @Test
    void aCaseIsPromisedWhatItsPlanSaysInTheServiceHoursOfThePlan() {
        var number = cases.diagnosing(request());
        var response = promise(number, PromiseKind.FIRST_RESPONSE);
        var version = plans.ofCase(number.value());
        assertThat(response.clock().terms().plan()).isEqualTo(desk.nameOf(plan) + ", version 1");
        assertThat(response.clock().terms().target()).isEqualTo(Duration.ofHours(2));
        assertThat(response.clock().due())
                .contains(version.hours().after(witness.caseOf(number).receivedAt(), Duration.ofHours(2)));
        assertThat(promise(number, PromiseKind.RESOLUTION).clock().terms().target())
                .isEqualTo(Duration.ofHours(16));
    }

    @Test
    void aNewVersionNeverTouchesRunningPromisesNotEvenWhenTheSeverityChanges() {
        var number = cases.diagnosing(request());
        var before = promise(number, PromiseKind.FIRST_RESPONSE).clock().state();
        desk.version(
                plan,
                2,
                clock.instant().minusSeconds(1),
                PlanText.right()
                        .with("calendar.hours", "sat 10:00-11:00")
                        .with("targets.critical.firstResponse", "9 h")
                        .with("targets.minimal.firstResponse", "9 h"));
        assertThat(promise(number, PromiseKind.FIRST_RESPONSE).clock().state()).isEqualTo(before);
        replanCase.reassess(number, Severity.MINIMAL, "agent");
        var terms = promise(number, PromiseKind.FIRST_RESPONSE).clock().terms();
        assertThat(terms.severity()).isEqualTo("MINIMAL");
        assertThat(terms.target()).isEqualTo(Duration.ofHours(2));
        assertThat(terms.plan()).endsWith("version 1");
        assertThat(terms.calendar()).isEqualTo("plan-%d-1".formatted(plan));
        assertThat(plans.ofCase(cases.received(request()).value()).number()).isEqualTo(2);
    }

    @Test
    void aCaseStaysUnderItsPlanWhenItsCustomerGetsAnother() {
        var number = cases.diagnosing(request());
        desk.give(domain, desk.plan(PlanText.right().with("targets.minimal.firstResponse", "9 h")));
        replanCase.reassess(number, Severity.MINIMAL, "agent");
        assertThat(promise(number, PromiseKind.FIRST_RESPONSE).clock().terms().target())
                .isEqualTo(Duration.ofHours(2));
    }

    @Test
    void theAcknowledgementLinksToTheVersionAndItIsKnownWhoWasToldWhen() {
        var number = cases.diagnosing(request());
        var step = CaseDesk.step("serviceTask_AcknowledgeRequest");
        acknowledgeRequest.acknowledge(number, null, null, step);
        acknowledgeRequest.acknowledge(number, null, null, step);
        assertThat(messages.of(number.value()))
                .extracting(CaseMessage::body)
                .anySatisfy(body -> assertThat(body)
                        .contains("Ihr Supportplan")
                        .contains("/plans/%d?version=1&language=de".formatted(plan)));
        assertThat(told.withCase(number.value()))
                .singleElement()
                .satisfies(one -> assertThat(one.at()).isNotNull())
                .extracting(ToldVersion::plan, ToldVersion::version, ToldVersion::contactName)
                .containsExactly(plan, 1, "Ida Example");
    }

    @Test
    void aVersionThatBeginsLaterDoesNotHoldYet() {
        desk.version(plan, 2, clock.instant().plusSeconds(3600), PlanText.right());
        assertThat(plans.now(plan).orElseThrow().number()).isEqualTo(1);
        assertThat(plans.validUntil(plans.now(plan).orElseThrow())).isPresent();
        assertThat(plans.versions(plan)).extracting(version -> version.number()).containsExactly(2, 1);
    }

    @Test
    void twoVersionsCannotBeginAtOnce() {
        var at = clock.instant().plusSeconds(3600);
        desk.version(plan, 2, at, PlanText.right());
        assertThatThrownBy(() -> desk.version(plan, 3, at, PlanText.right())).isInstanceOf(DuplicateKeyException.class);
        assertThat(plans.versions(plan)).hasSize(2);
    }

    private CaseRequest request() {
        return ARequest.from(domain, "it@" + domain);
    }

    private Told promise(CaseNumber number, PromiseKind kind) {
        return promises.of(number).stream()
                .filter(each -> each.clock().kind() == kind)
                .findFirst()
                .orElseThrow();
    }
}

package io.casewright.plan.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewright.plan.domain.PlanFields;
import io.casewright.plan.domain.PlanRefused;
import io.casewright.plan.domain.ToldVersion;
import io.casewright.testkit.CasewrightTest;
import io.casewright.testkit.MailRoom;
import io.casewright.testkit.PlanDesk;
import io.casewright.testkit.PlanText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A process owner proposes the next version of a plan; somebody else decides, and customers hear of it once. */
@CasewrightTest
class DecidePlanChangeTests {

    private static final PlanFields DEARER = PlanText.right().with("charging.price", "130.00");

    @Autowired
    PlanDesk desk;

    @Autowired
    KeepPlans keep;

    @Autowired
    DecidePlanChange decide;

    @Autowired
    Plans plans;

    @Autowired
    ToldPlans told;

    @Autowired
    MailRoom mails;

    private long plan;

    @BeforeEach
    void aPlan() {
        plan = desk.plan(PlanText.right());
    }

    @Test
    void whoDecidesReadsTheDifferenceInWords() {
        var facts = decide.show(proposed(DEARER));
        assertThat(facts.planName()).isEqualTo(desk.nameOf(plan));
        assertThat(facts.planDifference()).isEqualTo("Price: 120.00 → 130.00");
        assertThat(facts.planProposedBy()).isEqualTo("owner");
    }

    @Test
    void whoProposedItCannotApproveItAndADeclineNeedsAReason() {
        String key = proposed(DEARER);
        assertThat(decide.problemWith(key, true, null, "owner"))
                .hasValueSatisfying(why -> assertThat(why).contains("somebody else decides"));
        assertThat(decide.problemWith(key, true, null, null)).isPresent();
        assertThat(decide.problemWith(key, false, null, "manager")).isPresent();
        assertThat(decide.problemWith(key, true, null, "manager")).isEmpty();
        assertThatThrownBy(() -> decide.decide(key, true, null, "owner")).isInstanceOf(IllegalStateException.class);
        assertThat(plans.versions(plan)).hasSize(1);
    }

    @Test
    void approvedItHoldsAndEachCustomerOfThePlanIsToldOnceInItsLanguage() throws Exception {
        String domain = desk.customerUnder(plan, "de");
        String key = proposed(DEARER);
        Callable<Boolean> decision = () -> decide.decide(key, true, null, "manager");
        var answers = new ArrayList<Boolean>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var each : executor.invokeAll(List.of(decision, decision, decision))) {
                answers.add(each.get());
            }
        }
        assertThat(answers).containsExactly(true, true, true);
        assertThat(plans.now(plan).orElseThrow().number()).isEqualTo(2);
        assertThat(plans.approvalOf(plans.now(plan).orElseThrow()))
                .hasValueSatisfying(
                        approval -> assertThat(approval.approvedBy()).isEqualTo("manager"));
        assertThat(keep.draft(plan).revision()).isZero();
        Awaitility.await()
                .untilAsserted(() -> assertThat(told.of(plans.now(plan).orElseThrow()))
                        .singleElement()
                        .satisfies(one -> assertThat(one.at()).isNotNull())
                        .extracting(ToldVersion::contactName)
                        .isEqualTo("Ida Example"));
        var letters = new ArrayList<String>();
        for (var mail : mails.getReceivedMessages()) {
            if (mail.getAllRecipients()[0].toString().contains(domain)) {
                letters.add(mail.getSubject() + "\n" + mail.getContent());
            }
        }
        assertThat(letters)
                .singleElement()
                .asString()
                .contains("Ihr Supportplan Plus de ändert sich")
                .contains("/plans/%d?version=2&language=de".formatted(plan));
    }

    @Test
    void declinedItIsADraftAgainWithTheReason() {
        String key = proposed(DEARER);
        assertThat(decide.decide(key, false, "Too dear", "manager")).isFalse();
        assertThat(decide.decide(key, false, "Too dear", "manager")).isFalse();
        var draft = keep.draft(plan);
        assertThat(draft.isProposed()).isFalse();
        assertThat(draft.decision()).isEqualTo("Too dear");
        assertThat(draft.fields().of("charging.price")).isEqualTo("130.00");
        assertThat(plans.versions(plan)).hasSize(1);
    }

    @Test
    void whatIsWrongIsNotProposedAndADayThatIsOverNeither() {
        assertThatThrownBy(() -> keep.propose(plan, 0, DEARER.with("validFrom", "2020-01-01"), "owner"))
                .isInstanceOfSatisfying(
                        PlanRefused.class,
                        refused -> assertThat(refused.faults())
                                .containsOnlyKeys("validFrom")
                                .extractingByKey("validFrom")
                                .asString()
                                .contains("is over"));
        assertThat(keep.draft(plan).revision()).isZero();
        desk.version(plan, 2, Instant.parse("2099-01-01T00:00:00Z"), DEARER);
        assertThat(keep.faultsOf(plan, DEARER).get("validFrom")).contains("must be later than 2099-01-01 01:00");
    }

    @Test
    void theSecondOfTwoOwnersIsTold() {
        keep.keep(plan, 0, DEARER, "owner");
        assertThatThrownBy(() -> keep.keep(plan, 0, PlanText.right(), "other"))
                .isInstanceOf(DraftChangedMeanwhile.class);
        keep.keep(plan, 1, PlanText.right(), "other");
        assertThatThrownBy(() -> keep.propose(plan, 1, DEARER, "owner")).isInstanceOf(DraftChangedMeanwhile.class);
        assertThat(keep.draft(plan).changedBy()).isEqualTo("other");
    }

    private String proposed(PlanFields fields) {
        keep.propose(plan, keep.draft(plan).revision(), fields, "owner");
        return keep.draft(plan).key();
    }
}

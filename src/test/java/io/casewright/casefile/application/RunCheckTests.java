package io.casewright.casefile.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Evidence;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.casefile.persistence.EvidenceStore;
import io.casewright.customer.DelegatedAccess;
import io.casewright.simulator.MicrosoftSimulator;
import io.casewright.simulator.Story;
import io.casewright.testkit.ARequest;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.CaseWitness;
import io.casewright.testkit.CasewrightTest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an agent has looked up is shown and is evidence; what could not be looked up is shown and is none. */
@CasewrightTest
class RunCheckTests {

    private static final String CONTOSO = "0b7c2f3e-5a41-4d0e-9c55-1f6a3d2b8e01";
    private static final String GLOBAL_READER = "f2ef992c-3afb-46b9-b7cf-a126ee74c451";
    private static final String LICENCES = "licence-assignment";
    private static final String IDA = "ida.toivonen@contoso.example";

    @Autowired
    CaseDesk desk;

    @Autowired
    CaseWitness witness;

    @Autowired
    RunCheck runCheck;

    @Autowired
    EvidenceStore evidence;

    @Autowired
    WithdrawCase withdrawCase;

    @Autowired
    DelegatedAccess access;

    @Autowired
    MicrosoftSimulator microsoft;

    @AfterEach
    void microsoftIsBack() {
        microsoft.story().end();
    }

    @Test
    void theLicencesOfAUserAreEvidenceUnderTheLeastRoleThatSuffices() {
        var number = desk.diagnosing();
        String result = run(number, LICENCES, IDA, null);
        assertThat(result)
                .isEqualTo(IDA + ": may sign in, usage location DE.\nSPB, directly: assigned; 1 of the tenant's 25"
                        + " seats are taken; not available in it: TEAMS1 (Disabled).");
        assertThat(evidenceOf(number)).singleElement().satisfies(proof -> {
            assertThat(proof.kind()).isEqualTo(Evidence.Kind.TROUBLESHOOTING);
            assertThat(proof.role()).isEqualTo("Directory Readers");
            assertThat(proof.text()).isEqualTo(result);
            assertThat(proof.recordedBy()).isEqualTo("nina");
        });
        assertThat(witness.latestOf(number).kind()).isEqualTo(Kind.CHECKED);
    }

    @Test
    void theRoleThatTheAgentNamesCountsWhenItSufficesAndIsGranted() {
        String id = microsoft.relationships().grant(CONTOSO, GLOBAL_READER);
        access.forget(CONTOSO);
        try {
            var number = desk.diagnosing();
            run(number, LICENCES, IDA, "Global Reader");
            run(number, LICENCES, IDA, "Exchange Administrator");
            run(number, LICENCES, IDA, "License Administrator");
            assertThat(evidenceOf(number))
                    .extracting(Evidence::role)
                    .containsExactly("Global Reader", "Directory Readers", "Directory Readers");
        } finally {
            microsoft.relationships().remove(id);
            access.forget(CONTOSO);
        }
    }

    @Test
    void aNamedRoleThatDoesNotSufficeLetsNobodyLookAtUsers() {
        var number = desk.diagnosing(ARequest.from("fabrikam.example", "it@fabrikam.example"));
        assertThat(run(number, LICENCES, "someone@fabrikam.example", "SharePoint Administrator"))
                .startsWith("The customer granted no role that suffices to read users and licences");
        assertThat(evidenceOf(number)).isEmpty();
    }

    @Test
    void nobodyEntersTheTenantForItsSubscriptionsSoNoRoleIsBehindThem() {
        var number = desk.diagnosing();
        run(number, "subscription-state", null, "Exchange Administrator");
        assertThat(evidenceOf(number))
                .singleElement()
                .satisfies(proof -> assertThat(proof.role()).isNull());
    }

    @Test
    void aLicenceThatCouldNotBeGivenSaysWhy() {
        assertThat(run(desk.diagnosing(), LICENCES, "omar.haddad@contoso.example", null))
                .contains("not assigned, Microsoft says CountViolation; 25 of the tenant's 25 seats are taken");
        assertThat(run(desk.diagnosing(), LICENCES, "nobody@contoso.example", null))
                .isEqualTo("The tenant has no user nobody@contoso.example.");
    }

    @Test
    void nobodyLooksAtTheUsersOfACustomerWhoGrantedNoRoleForIt() {
        var number = desk.diagnosing(ARequest.from("tailspin.example", "it@tailspin.example"));
        assertThat(run(number, LICENCES, "lucia.romero@tailspin.example", null))
                .isEqualTo("The customer granted no role that suffices to read users and licences; Directory Readers"
                        + " would. Request it first.");
        assertThat(evidenceOf(number)).isEmpty();
    }

    @Test
    void theStatusOfTheServicesIsReadForTheTenant() {
        var number = desk.diagnosing();
        assertThat(run(number, "service-status", null, null)).startsWith("Services of the tenant at ");
        assertThat(evidenceOf(number))
                .singleElement()
                .satisfies(proof -> assertThat(proof.role()).isEqualTo("Service Support Administrator"));
    }

    @Test
    void troubleIsShownAndProvesNothingButARefusalDoes() {
        var number = desk.diagnosing();
        microsoft.story().trouble(Story.Kind.DOWN, "GET /v1.0/users", 10, 0);
        assertThat(run(number, LICENCES, IDA, null)).startsWith("It could not be read: Microsoft Graph GET");
        assertThat(evidenceOf(number)).isEmpty();
        microsoft.story().end();
        microsoft.story().trouble(Story.Kind.REFUSED, "GET /v1.0/users", 1, 0);
        assertThat(run(number, LICENCES, IDA, null)).startsWith("It was refused: Microsoft Graph GET");
        assertThat(evidenceOf(number))
                .singleElement()
                .satisfies(proof -> assertThat(proof.role()).isNull());
    }

    @Test
    void whatTheFormDoesNotOfferIsNotRun() {
        var number = desk.diagnosing();
        var kept = witness.everythingAbout(number);
        assertThat(run(number, "everything", null, null)).isEqualTo("Run a check: choose one.");
        withdrawCase.withdraw(number, null, "portal");
        assertThat(run(number, LICENCES, IDA, null)).contains("WITHDRAWN");
        assertThat(evidenceOf(number)).isEmpty();
        assertThat(kept).isNotEqualTo(witness.everythingAbout(number));
    }

    @Test
    void withoutAUserNobodyIsChecked() {
        var number = desk.diagnosing();
        assertThat(run(number, LICENCES, null, null)).isEqualTo("User to check: required, as the user signs in.");
        assertThat(evidenceOf(number)).isEmpty();
    }

    private String run(CaseNumber number, String check, @Nullable String subject, @Nullable String role) {
        return runCheck.run(number, check, subject, role, "nina", CaseDesk.step("serviceTask_RunCheck"));
    }

    private List<Evidence> evidenceOf(CaseNumber number) {
        return evidence.findByCaseIdOrderById(witness.caseOf(number).id());
    }
}

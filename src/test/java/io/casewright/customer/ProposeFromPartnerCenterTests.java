package io.casewright.customer;

import static io.casewright.simulator.SubscriptionSimulator.LITWARE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewright.customer.ImportCustomers.Applied;
import io.casewright.customer.ImportPlan.Kind;
import io.casewright.customer.ImportPlan.Outcome;
import io.casewright.customer.ProposeFromPartnerCenter.Wanted;
import io.casewright.microsoft.Lines;
import io.casewright.simulator.MicrosoftSimulator;
import io.casewright.simulator.Story;
import io.casewright.testkit.CasewrightTest;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CasewrightTest
class ProposeFromPartnerCenterTests {

    private static final Editor MAYA = new Editor("maya", "Maya Ito");

    private final String tenant = UUID.randomUUID().toString();
    private final String domain = "listed-" + tenant.substring(0, 8) + ".example";
    private MicrosoftSimulator microsoft;

    @Autowired
    ImportCustomers imports;

    @Autowired
    CustomerDirectory directory;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void start() {
        microsoft = MicrosoftSimulator.start(0);
    }

    @AfterEach
    void stop() {
        microsoft.close();
    }

    @Test
    void whoIsNotKeptSoFarIsProposedFromAllPagesAndAddedWhenApplied() {
        microsoft.customers().add(tenant.toUpperCase(java.util.Locale.ROOT), domain, "Listed, \"Ltd\"");
        long list = proposing("").propose(wanted(false), MAYA).orElseThrow();
        var plan = imports.dryRun(list, MAYA).orElseThrow();
        assertThat(plan.outcomes()).hasSize(1).first().satisfies(outcome -> {
            assertThat(outcome.kind()).isEqualTo(Kind.NEW_CUSTOMER);
            assertThat(outcome.who()).isEqualTo("Listed, \"Ltd\"");
            assertThat(outcome.changes())
                    .contains(new Change("tenant id", null, tenant), new Change("main domain", null, domain));
        });
        assertThat(directory.findCustomer(tenant)).isEmpty();
        assertThat(imports.apply(list, plan.fingerprint(), MAYA)).isEqualTo(Applied.DONE);
        assertThat(directory.findCustomer(domain)).isPresent();
        assertThat(proposing("").propose(wanted(false), MAYA)).isEmpty();
    }

    @Test
    void whoIsNoMoreListedIsProposedToBeClosedOnlyWhenAskedForAndOnlyOfThatPartner() {
        microsoft.customers().remove(LITWARE);
        assertThat(proposing("").propose(wanted(false), MAYA)).isEmpty();
        long list = proposing("").propose(wanted(true), MAYA).orElseThrow();
        assertThat(imports.dryRun(list, MAYA).orElseThrow().outcomes())
                .filteredOn(outcome -> outcome.kind() == Kind.CLOSED_CUSTOMER)
                .extracting(Outcome::who)
                .contains("Litware")
                .doesNotContain("Contoso", "Adatum", "Fabrikam", "Proseware");
        assertThat(directory.findCustomer(LITWARE)).isPresent();
    }

    @Test
    void aListThatIsNotReadToTheEndProposesNothing() {
        microsoft.story().trouble(Story.Kind.REFUSED, "GET /v1/customers", 1, 1);
        assertThatThrownBy(() -> proposing("").propose(wanted(true), MAYA))
                .isInstanceOf(ListUnread.class)
                .hasMessageContaining("Partner Center");
    }

    @Test
    void withoutMicrosoftItIsSaidWhoCanHelp() {
        assertThatThrownBy(() -> proposing("", "partner-tenant=").propose(wanted(false), MAYA))
                .isInstanceOf(ListUnread.class)
                .hasMessageContaining("Operations sets it up");
    }

    @Test
    void partnerAndPlanAreChosenFirst() {
        assertThatThrownBy(() -> proposing("").propose(new Wanted("", "", "OWN", "en", false), MAYA))
                .isInstanceOfSatisfying(
                        DetailsRefused.class,
                        refused -> assertThat(refused.faults()).containsOnlyKeys("partner", "supportPlan"));
    }

    @Test
    void whatIsReadByItselfWaitsForADutyManager() {
        microsoft.customers().add(tenant, domain, "Listed");
        proposing("").proposeByItself();
        assertThat(waitingWithTheTenant()).isZero();
        proposing("Northwind Cloud").proposeByItself();
        assertThat(waitingWithTheTenant()).isOne();
        assertThat(imports.waiting()).extracting(ImportCustomers.Waiting::name).contains("Partner Center");
        assertThat(directory.findCustomer(tenant)).isEmpty();
    }

    private int waitingWithTheTenant() {
        return database.sql("SELECT COUNT(*) FROM customer_import WHERE content LIKE ?")
                .param("%" + tenant + "%")
                .query(Integer.class)
                .single();
    }

    private ProposeFromPartnerCenter proposing(String partner, String... more) {
        return new ProposeFromPartnerCenter(
                new PartnerCenterCustomers(Lines.to(microsoft, more), Lines.settings(microsoft.address(), more)),
                new CustomerListSettings(partner, "Business", "OWN", "en"),
                imports,
                database);
    }

    private static Wanted wanted(boolean closings) {
        return new Wanted("Northwind Cloud", "Business", "OWN", "en", closings);
    }
}

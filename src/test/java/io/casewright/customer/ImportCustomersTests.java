package io.casewright.customer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.casewright.customer.ImportCustomers.Applied;
import io.casewright.customer.ImportPlan.Kind;
import io.casewright.customer.ImportPlan.Outcome;
import io.casewright.testkit.CasewrightTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CasewrightTest
class ImportCustomersTests {

    private static final Editor MAYA = new Editor("maya", "Maya Ito");
    private static final String HEADER =
            "tenant_id,name,domain,other_domains,partner,support_plan,delivery_model,language,"
                    + "contact_name,contact_email,contact_phone,close\n";

    private final String own = UUID.randomUUID().toString().substring(0, 8);
    private final String tenant = UUID.randomUUID().toString();
    private final String domain = "main-" + own + ".example";

    @Autowired
    ImportCustomers imports;

    @Autowired
    KeepCustomers keep;

    @Autowired
    ReadCustomers read;

    @Autowired
    CustomerDirectory directory;

    @Autowired
    JdbcClient database;

    @Test
    void newCustomersAndContactsAreShownThenAdded() throws IOException {
        long list = handIn(row("Company", "a@", ""), "%s,,,,,,,,Omar Haddad,b@%s,,".formatted(tenant, domain));
        var plan = plan(list);
        assertThat(plan.outcomes())
                .extracting(Outcome::row, Outcome::kind, Outcome::who)
                .containsExactly(
                        tuple(2, Kind.NEW_CUSTOMER, "Company"),
                        tuple(2, Kind.NEW_CONTACT, "Ida Toivonen <a@" + domain + ">"),
                        tuple(3, Kind.NEW_CONTACT, "Omar Haddad <b@" + domain + ">"));
        assertThat(directory.findCustomer(tenant)).isEmpty();
        assertThat(imports.apply(list, plan.fingerprint(), MAYA)).isEqualTo(Applied.DONE);
        assertThat(file().contacts()).hasSize(2);
        assertThat(file().details().otherDomains()).containsExactly("second-" + own + ".example");
        assertThat(file().history()).extracting(CustomerFile.Entry::person).containsOnly("Maya Ito");
    }

    @Test
    void aListIsAppliedOnce() throws IOException {
        long list = handIn(row("Company", "a@", ""));
        String fingerprint = plan(list).fingerprint();
        assertThat(imports.apply(list, fingerprint, MAYA)).isEqualTo(Applied.DONE);
        assertThat(imports.apply(list, fingerprint, MAYA)).isEqualTo(Applied.GONE);
        assertThat(imports.dryRun(list, MAYA)).isEmpty();
    }

    @Test
    void whatIsAlreadySoIsNoChange() throws IOException {
        apply(row("Company", "a@", ""));
        assertThat(plan(handIn(row("Company", "a@", ""))).outcomes()).isEmpty();
    }

    @Test
    void changesAreShownFieldByFieldAndEmptyCellsChangeNothing() throws IOException {
        apply(row("Company", "a@", ""));
        var plan = plan(handIn("%s,Group,,,,Enterprise,,,,a@%s,+49 30 5550101,".formatted(tenant, domain)));
        assertThat(plan.outcomes())
                .containsExactly(
                        new Outcome(
                                2,
                                Kind.CHANGED_CUSTOMER,
                                "Group",
                                List.of(
                                        new Change("name", "Company", "Group"),
                                        new Change("support plan", "Business", "Enterprise")),
                                null),
                        new Outcome(
                                2,
                                Kind.CHANGED_CONTACT,
                                "Ida Toivonen <a@" + domain + ">",
                                List.of(new Change("telephone", null, "+49 30 5550101")),
                                null));
    }

    @Test
    void onlyARowThatSaysSoClosesSomebody() throws IOException {
        apply(row("Company", "a@", ""), "%s,,,,,,,,Omar Haddad,b@%s,,".formatted(tenant, domain));
        apply("%s,,,,,,,,,b@%s,,contact".formatted(tenant, domain));
        assertThat(file().contacts())
                .extracting(CustomerFile.ContactEntry::isClosed)
                .containsExactly(false, true);
        apply("%s,,,,,,,,,,,customer".formatted(tenant));
        assertThat(directory.findCustomer(tenant)).isEmpty();
        assertThat(read.find(directory.findEver(tenant).iterator().next())
                        .orElseThrow()
                        .isClosed())
                .isTrue();
    }

    @Test
    void oneRefusedRowKeepsAllFromBeingApplied() throws IOException {
        long list = handIn(row("Company", "a@", ""), "17,,,,,,,,,,,", "%s,,,,,,,,,no address,,".formatted(tenant));
        var plan = plan(list);
        assertThat(plan.outcomes())
                .filteredOn(outcome -> outcome.kind() == Kind.REFUSED)
                .extracting(Outcome::row)
                .containsExactly(3, 4);
        assertThat(plan.outcomes().getLast().reason())
                .contains("contact_email must be an e-mail address.", "contact_name is required.");
        assertThat(imports.apply(list, plan.fingerprint(), MAYA)).isEqualTo(Applied.NOT_AS_SHOWN);
        assertThat(directory.findCustomer(tenant)).isEmpty();
    }

    @Test
    void rowsOfOneCustomerMayNotContradictEachOther() throws IOException {
        var plan = plan(handIn(row("Company", "a@", ""), row("Company Ltd", "b@", "")));
        assertThat(plan.outcomes().getLast().reason()).isEqualTo("name is another than in row 2 of the same customer.");
    }

    @Test
    void whatHasChangedSinceItWasShownIsShownAgain() throws IOException {
        apply(row("Company", "a@", ""));
        long list = handIn("%s,Group,,,,,,,,,,".formatted(tenant));
        String shown = plan(list).fingerprint();
        keep.change(file().id(), file().version(), renamed("Company Inc"), MAYA);
        assertThat(imports.apply(list, shown, MAYA)).isEqualTo(Applied.NOT_AS_SHOWN);
        assertThat(file().details().name()).isEqualTo("Company Inc");
        assertThat(imports.apply(list, plan(list).fingerprint(), MAYA)).isEqualTo(Applied.DONE);
        assertThat(file().details().name()).isEqualTo("Group");
    }

    @Test
    void aListIsForgottenAfterADay() throws IOException {
        long list = handIn(row("Company", "a@", ""));
        String fingerprint = plan(list).fingerprint();
        database.sql("UPDATE customer_import SET created_at = created_at - INTERVAL 25 HOUR WHERE id = ?")
                .param(list)
                .update();
        assertThat(imports.apply(list, fingerprint, MAYA)).isEqualTo(Applied.GONE);
        imports.forgetOld();
        assertThat(database.sql("SELECT content IS NULL FROM customer_import WHERE id = ?")
                        .param(list)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    private CustomerDetails renamed(String name) {
        var details = file().details();
        return new CustomerDetails(
                details.tenantId(),
                name,
                details.domain(),
                details.otherDomains(),
                details.partner(),
                details.supportPlan(),
                details.deliveryModel(),
                details.locale());
    }

    private String row(String name, String mailbox, String close) {
        return "%s,%s,%s,second-%s.example,Northwind Cloud,Business,own,en,Ida Toivonen,%s%s,,%s"
                .formatted(tenant, name, domain, own, mailbox, domain, close);
    }

    private void apply(String... rows) throws IOException {
        long list = handIn(rows);
        assertThat(imports.apply(list, plan(list).fingerprint(), MAYA)).isEqualTo(Applied.DONE);
    }

    private long handIn(String... rows) throws IOException {
        return imports.handIn(
                "customers.csv", new ByteArrayInputStream((HEADER + String.join("\n", rows)).getBytes(UTF_8)), MAYA);
    }

    private ImportPlan plan(long list) {
        return imports.dryRun(list, MAYA).orElseThrow();
    }

    private CustomerFile file() {
        return read.find(directory.findCustomer(tenant).orElseThrow()).orElseThrow();
    }
}

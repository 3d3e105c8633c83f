package io.casewright.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.map;

import jakarta.validation.Validation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DetailsCheckTests {

    private final DetailsCheck check = new DetailsCheck(
            Validation.buildDefaultValidatorFactory().getValidator(), List.of(partner()), List.of(plan()));

    @Test
    void namesAreBroughtIntoOneForm() {
        var terms = check.termsOf(new CustomerDetails(
                "0B7C2F3E-5A41-4D0E-9C55-1F6A3D2B8E01",
                " Contoso ",
                "Contoso.EXAMPLE",
                List.of("xn--bcher-kva.example", "bücher.example", "CONTOSO.example"),
                "northwind cloud",
                "Baseline",
                "OWN",
                "en"));
        assertThat(terms.tenantId()).isEqualTo("0b7c2f3e-5a41-4d0e-9c55-1f6a3d2b8e01");
        assertThat(terms.name()).isEqualTo("Contoso");
        assertThat(terms.domains()).containsExactly("contoso.example", "bücher.example");
        assertThat(check.termsOf(new ContactDetails("Ida", "IT@Contoso.example", " ")))
                .isEqualTo(new Contact.Terms("Ida", "it@contoso.example", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "contoso.example",
                "a.b.contoso.co.uk",
                "bücher.example",
                "xn--strae-oqa.example",
                "россия.example"
            })
    void aDomainIsTaken(String domain) {
        assertThat(DetailsCheck.problemWithDomain(domain)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "contoso",
                "contoso..example",
                "-contoso.example",
                "contoso.example/",
                "it@contoso.example",
                "contoso example",
                "contoso.example\u200b",
                "ｃontoso.example",
                "=cmd.example",
                "co.uk",
                "com"
            })
    void whatIsNoDomainOfACustomerIsNot(String domain) {
        assertThat(DetailsCheck.problemWithDomain(domain)).isPresent();
    }

    @Test
    void eachFieldAtFaultIsNamedWithItsRemedy() {
        var details = new CustomerDetails("17", "\u200b", "", List.of("nothing"), "Nobody", "", "", "e");
        assertThatThrownBy(() -> check.termsOf(details))
                .isInstanceOf(DetailsRefused.class)
                .extracting(refused -> ((DetailsRefused) refused).faults(), map(String.class, String.class))
                .containsOnlyKeys(
                        "tenantId",
                        "name",
                        "domain",
                        "otherDomains",
                        "partner",
                        "supportPlan",
                        "deliveryModel",
                        "locale")
                .containsEntry("partner", "must be one of: northwind cloud")
                .containsEntry("domain", "is required");
    }

    @ParameterizedTest
    @CsvSource({"'', it@contoso.example, name", "Ida, contoso.example, email", "'Ida\u0007', it@contoso.example, name"})
    void aContactNeedsANameAndAnAddress(String name, String email, String field) {
        assertThatThrownBy(() -> check.termsOf(new ContactDetails(name, email, "")))
                .isInstanceOfSatisfying(
                        DetailsRefused.class,
                        refused -> assertThat(refused.faults())
                                .isNotEqualTo(Map.of())
                                .containsKey(field));
    }

    private static Partner partner() {
        var partner = new Partner();
        partner.name = "Northwind Cloud";
        return partner;
    }

    private static SupportPlan plan() {
        var plan = new SupportPlan();
        plan.name = "Baseline";
        return plan;
    }
}

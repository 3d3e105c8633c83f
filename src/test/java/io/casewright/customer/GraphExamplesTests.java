package io.casewright.customer;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.casewright.customer.RelationshipWire.Status;
import io.casewright.microsoft.Lines;
import io.casewright.microsoft.MicrosoftRefused;
import io.casewright.microsoft.MicrosoftUnavailable;
import io.casewright.simulator.Contract;
import java.time.Instant;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What Microsoft documents, read and written as it stands in the examples. */
class GraphExamplesTests {

    private static final String CONTOSO = "0b7c2f3e-5a41-4d0e-9c55-1f6a3d2b8e01";
    private static final String ALL = "/v1.0/tenantRelationships/delegatedAdminRelationships";

    @RegisterExtension
    static final WireMockExtension MICROSOFT = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private final String address = "http://127.0.0.1:" + MICROSOFT.getPort();
    private final Relationships relationships = new Relationships(Lines.to(address), Lines.settings(address));
    private final UserLicences licences = new UserLicences(Lines.to(address));

    @Test
    void relationshipsAreReadOverAllPages() {
        var first = Contract.examples().example("relationships-of-a-customer");
        MICROSOFT.stubFor(get(urlPathEqualTo(ALL))
                .withQueryParam("$filter", equalTo("customer/tenantId eq '%s'".formatted(CONTOSO)))
                .willReturn(okJson(first.response().toString().replace("https://graph.microsoft.com", address))));
        stub(
                get(urlPathEqualTo(ALL)).atPriority(1).withQueryParam("$skiptoken", equalTo("c2tpcA")),
                "relationships-last-page");
        assertThat(relationships.withCustomer(CONTOSO))
                .extracting(RelationshipWire.Relationship::status)
                .containsExactly(Status.ACTIVE, Status.EXPIRED);
        assertThat(relationships.withCustomer(CONTOSO).getFirst().endDateTime())
                .isEqualTo(Instant.parse("2028-01-10T09:00:00Z"));
    }

    @Test
    void aPageOutsideOfGraphIsNotFollowed() {
        stub(get(urlPathEqualTo(ALL)), "relationships-of-a-customer");
        assertThatThrownBy(() -> relationships.withCustomer(CONTOSO)).isInstanceOf(MicrosoftUnavailable.class);
    }

    @Test
    void relationshipsOfOtherCustomersAreLeftOutWhateverTheFilterDid() {
        stub(get(urlPathEqualTo(ALL)), "relationships-last-page");
        assertThat(relationships.withCustomer("1c8d3a4f-6b52-4e1f-8d66-2a7b4e3c9f02"))
                .isEmpty();
    }

    @Test
    void aStatusOfTomorrowIsUnknownAndNothingIsMissed() {
        MICROSOFT.stubFor(get(urlPathEqualTo(ALL)).willReturn(okJson("""
                {"value": [{"id": "a", "status": "sleeping", "customer": {"tenantId": "%s"}, "more": 1},
                           {"id": "b", "STATUS": "ACTIVE", "customer": {"tenantId": "%s"}}]}""".formatted(CONTOSO, CONTOSO))));
        assertThat(relationships.withCustomer(CONTOSO))
                .extracting(RelationshipWire.Relationship::status)
                .containsExactly(Status.UNKNOWN, Status.ACTIVE);
    }

    @Test
    void aRequestIsWrittenAsDocumented() {
        var example = Contract.examples().example("relationship-create");
        stub(post(urlPathEqualTo(ALL)), "relationship-create");
        var made = relationships.create(
                "CW-2026-000042", CONTOSO, "f28a1f50-f6e7-4571-818b-6a12f2af6b6c", Period.ofDays(730));
        assertThat(made.status()).isEqualTo(Status.CREATED);
        MICROSOFT.verify(postRequestedFor(urlPathEqualTo(ALL))
                .withRequestBody(equalToJson(example.request().toString())));

        var lock = Contract.examples().example("relationship-lock");
        stub(post(urlPathMatching(ALL + "/.+/requests")), "relationship-lock");
        relationships.askForApproval(made.id());
        MICROSOFT.verify(postRequestedFor(urlPathEqualTo(ALL + "/" + made.id() + "/requests"))
                .withRequestBody(equalToJson(lock.request().toString())));
    }

    @Test
    void aRejectionIsSeenBecauseItIsAskedFor() {
        stub(get(urlPathMatching(ALL + "/.+/requests")), "relationship-requests");
        assertThat(relationships.requestsOf("x"))
                .extracting(RelationshipWire.Request::action)
                .containsExactly("lockForApproval", "reject");
        MICROSOFT.verify(getRequestedFor(urlPathMatching(ALL + "/.+/requests"))
                .withHeader("Prefer", equalTo("include-unknown-enum-members")));
    }

    @Test
    void theLicencesOfAUserAreReadWithWhatIsWrongWithThem() {
        stub(get(urlPathEqualTo("/v1.0/users")), "user-by-sign-in-name");
        stub(get(urlPathMatching("/v1.0/users/.+/licenseDetails")), "licence-details");
        stub(get(urlPathEqualTo("/v1.0/subscribedSkus")), "subscribed-skus");
        var user = licences.of(CONTOSO, "ida.toivonen@contoso.example").orElseThrow();
        assertThat(user.signInAllowed()).isTrue();
        assertThat(user.usageLocation()).isEqualTo("DE");
        assertThat(user.licences())
                .satisfiesExactly(
                        works -> {
                            assertThat(works.product()).isEqualTo("SPB");
                            assertThat(works.error()).isNull();
                            assertThat(works.unprovisioned()).containsExactly("TEAMS1 (Disabled)");
                            assertThat(works.seats()).isEqualTo(25);
                        },
                        lacks -> {
                            assertThat(lacks.product()).isEqualTo("EXCHANGEENTERPRISE");
                            assertThat(lacks.byGroup()).isTrue();
                            assertThat(lacks.error()).isEqualTo("CountViolation");
                            assertThat(lacks.seatsUsed()).isEqualTo(2);
                        });
    }

    @Test
    void aUserWhoDoesNotExistIsNoTroubleAndARefusalNamesNobody() {
        stub(get(urlPathEqualTo("/v1.0/users")), "user-unknown");
        assertThat(licences.of(CONTOSO, "o'neill@contoso.example")).isEmpty();
        MICROSOFT.verify(getRequestedFor(urlPathEqualTo("/v1.0/users"))
                .withQueryParam("$filter", equalTo("userPrincipalName eq 'o''neill@contoso.example'")));

        stub(get(urlPathEqualTo("/v1.0/users")), "directory-refused");
        assertThatThrownBy(() -> licences.of(CONTOSO, "ida.toivonen@contoso.example"))
                .isInstanceOf(MicrosoftRefused.class)
                .hasMessageNotContaining("ida");
    }

    private static void stub(MappingBuilder call, String example) {
        var shown = Contract.examples().example(example);
        MICROSOFT.stubFor(call.willReturn(status(shown.status())
                .withHeader("Content-Type", "application/json")
                .withBody(shown.response().toString())));
    }
}

package io.casewright.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;

import io.casewright.localstack.identity.DemoProgram;
import io.casewright.testkit.CasewrightTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** What is told to whoever comes too often; with limits so low that a test reaches them. */
@CasewrightTest
@TestPropertySource(
        properties = {
            "casewright.limits.intake-per-client=3",
            "casewright.limits.intake-per-address=5",
            "casewright.limits.logins-per-address=3"
        })
class LimitsTests {

    private static final String NETWORK = "192.0.2.1";
    private static final String OFFICE = "192.0.2.2";
    private static final String PLACE = "192.0.2.3";

    @Autowired
    MockMvcTester http;

    @Test
    void aProgramIsToldHowItStandsAndThenToComeLater() {
        var portal = DemoProgram.PARTNER_PORTAL;
        var first = post("/api/v1/cases", portal, NETWORK);
        assertThat(first).hasStatus(HttpStatus.CREATED);
        assertThat(first).headers().hasValue("RateLimit-Limit", "3").hasValue("RateLimit-Remaining", "2");
        assertThat(first).headers().containsHeader("RateLimit-Reset");
        // Messages count too, and so does what is not found.
        assertThat(post("/api/v1/cases/CW-2001-000001/messages", portal, NETWORK))
                .hasStatus(HttpStatus.NOT_FOUND)
                .headers()
                .hasValue("RateLimit-Remaining", "1");
        post("/api/v1/cases", portal, NETWORK);

        var refused = post("/api/v1/cases", portal, NETWORK);
        assertThat(refused)
                .hasStatus(HttpStatus.TOO_MANY_REQUESTS)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("urn:casewright:problem:too-many-requests");
        assertThat(refused).headers().hasValue("RateLimit-Remaining", "0").containsHeader(HttpHeaders.RETRY_AFTER);

        // To look is free, and another program at the same address is not held up by it.
        assertThat(http.get().uri("/api/v1/cases").with(token(portal)).with(from(NETWORK)))
                .hasStatusOk();
        assertThat(post("/api/v1/cases", DemoProgram.CONTOSO_PORTAL, NETWORK)).hasStatus(HttpStatus.CREATED);
        // But all of them together are.
        assertThat(post("/api/v1/cases", DemoProgram.FABRIKAM_PORTAL, NETWORK)).hasStatus(HttpStatus.TOO_MANY_REQUESTS);
    }

    @Test
    void tooManyLoginsAreToldInWords() {
        for (int i = 0; i < 3; i++) {
            assertThat(http.get()
                            .uri("/oauth2/authorization/casewright")
                            .with(from(OFFICE))
                            .accept(MediaType.TEXT_HTML))
                    .hasStatus(HttpStatus.FOUND);
        }
        assertThat(http.get().uri("/cases").with(from(OFFICE)).accept(MediaType.TEXT_HTML))
                .hasStatus(HttpStatus.TOO_MANY_REQUESTS)
                .containsHeader(HttpHeaders.RETRY_AFTER)
                .bodyText()
                .contains("Too many logins at once");
    }

    @Test
    void whoGivesWrongPasswordsHasToWait() {
        for (int i = 0; i < 5; i++) {
            assertThat(http.get()
                            .uri("/api/v1/cases")
                            .with(httpBasic("demo", "guess-" + i))
                            .with(from(PLACE)))
                    .hasStatus(HttpStatus.UNAUTHORIZED);
        }
        // Even the right one, else each guess would be answered.
        assertThat(http.get()
                        .uri("/api/v1/cases")
                        .with(httpBasic("demo", "demo"))
                        .with(from(PLACE)))
                .hasStatus(HttpStatus.TOO_MANY_REQUESTS)
                .hasHeader(HttpHeaders.RETRY_AFTER, "1");
        assertThat(http.get().uri("/api/v1/cases").with(httpBasic("act", "act")).with(from(PLACE)))
                .hasStatusOk();
    }

    @Test
    void aLimitOfNothingIsRefusedByItsName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LimitSettings(0, 1, 1, 1))
                .withMessageContaining("CASEWRIGHT_LIMITS_INTAKE_PER_CLIENT");
    }

    private MvcTestResult post(String path, DemoProgram program, String address) {
        String customer = program == DemoProgram.FABRIKAM_PORTAL ? "fabrikam.example" : "contoso.example";
        String body =
                path.endsWith("messages") ? "{\"text\": \"It began at eight.\"}" : """
                {"customer": "%s", "contact": {"name": "Somebody", "email": "it@%s"},
                 "subject": "Mail bounces", "description": "Every mail comes back."}""".formatted(customer, customer);
        return http.post()
                .uri(path)
                .with(token(program))
                .with(from(address))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static RequestPostProcessor token(DemoProgram program) {
        return jwt().jwt(token -> token.claims(all -> all.putAll(program.claimsWithScopes())));
    }

    private static RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }
}

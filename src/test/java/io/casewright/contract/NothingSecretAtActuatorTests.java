package io.casewright.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.casewright.simulator.Tokens;
import io.casewright.testkit.CasewrightTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.MockMvc;

/** Whoever may ask the running application about itself hears no secret. */
@CasewrightTest
@WithMockUser(roles = {"OPERATIONS", "AUDITOR", "DUTY_MANAGER"})
class NothingSecretAtActuatorTests {

    @Autowired
    private MockMvc web;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "env",
                "configprops",
                "beans",
                "heapdump",
                "threaddump",
                "loggers",
                "mappings",
                "flyway",
                "sbom",
                "logfile"
            })
    void whatCouldTellThemIsNotThere(String endpoint) throws Exception {
        int status = web.perform(get("/actuator/" + endpoint))
                .andReturn()
                .getResponse()
                .getStatus();
        assertThat(status).isNotEqualTo(200);
    }

    @Test
    void whatIsThereTellsNone() throws Exception {
        for (String endpoint : List.of("health", "info", "prometheus")) {
            var answer = web.perform(get("/actuator/" + endpoint)).andReturn().getResponse();
            assertThat(answer.getContentAsString()).doesNotContain(Tokens.CLIENT_SECRET, Tokens.REFRESH_TOKEN);
        }
    }
}

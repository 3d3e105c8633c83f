package io.casewright.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.JsonMapper;
import io.casewright.casefile.process.RunCheckWorker;
import io.casewright.testkit.CasewrightTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CasewrightTest
class EngineVariablesTests {

    @Autowired
    private JsonMapper variables;

    @Test
    void aWorkerTakesAnAnswerOutOfTheNextForm() {
        assertThat(variables.toJson(new RunCheckWorker.Output("All services work.", null, "demo")))
                .isEqualTo("{\"checkResult\":\"All services work.\",\"check\":null,\"agent\":\"demo\"}");
    }
}

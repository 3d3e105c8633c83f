package io.casewright.platform.engine;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.api.JsonMapper;
import io.camunda.client.impl.CamundaObjectMapper;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * How workers' inputs and outputs become variables: with what is null, since a worker takes an answer out of the next form by it.
 * The mapper of the REST interface, which the client would take else, leaves null out.
 */
@Configuration(proxyBeanMethods = false)
class EngineVariables {

    @Bean
    JsonMapper engineVariablesMapper(ObjectMapper webMapper) {
        return new CamundaObjectMapper(webMapper.copy().setSerializationInclusion(JsonInclude.Include.ALWAYS));
    }
}

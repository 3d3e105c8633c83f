package io.casewright.platform.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OpenApiDescription {

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Casewright")
                                .version("v1")
                                .description(
                                        "Support cases of a Microsoft cloud reseller. Refusals are problem details (RFC 9457)."));
    }
}

package io.casewright.servicehealth;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the health check.
 *
 * @param feed path of a file with published issues, as Microsoft Graph answers them; empty means there is none
 * @param services which products belong to which service, a file a desk can edit
 * @param proposeFrom score from which the best issue is proposed
 */
@Validated
@ConfigurationProperties("casewright.service-health")
record ServiceHealthSettings(
        @DefaultValue("") String feed,

        @DefaultValue("classpath:servicehealth/services.yaml")
        Resource services,

        @DefaultValue("65") @Min(1) @Max(100) int proposeFrom) {}

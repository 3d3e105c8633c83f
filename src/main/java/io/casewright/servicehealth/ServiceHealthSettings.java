package io.casewright.servicehealth;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the health check.
 *
 * @param partnerWide whether the issues are read once for all customers, in the partner's own tenant; otherwise each customer's
 *     tenant is asked, which has to allow it
 * @param readEvery how long an answer of Microsoft's serves all cases before Microsoft is asked again
 * @param readAllEvery how often all issues are read; in between only what changed
 * @param services which products belong to which service, a file a desk can edit
 * @param proposeFrom score from which the best issue is proposed
 * @param linkFrom score from which a case is linked to the best issue without an agent; 0 means never
 */
@Validated
@ConfigurationProperties("casewright.service-health")
record ServiceHealthSettings(
        @DefaultValue("false") boolean partnerWide,
        @DefaultValue("PT1M") Duration readEvery,
        @DefaultValue("P1D") Duration readAllEvery,

        @DefaultValue("classpath:servicehealth/services.yaml")
        Resource services,

        @DefaultValue("65") @Min(1) @Max(100) int proposeFrom,

        @DefaultValue("0") @Min(0) @Max(100) int linkFrom) {}

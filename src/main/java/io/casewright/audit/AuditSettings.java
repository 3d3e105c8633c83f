package io.casewright.audit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param every how often MySQL and the engine are compared */
@ConfigurationProperties("casewright.audit")
record AuditSettings(@DefaultValue("PT2M") Duration every) {}

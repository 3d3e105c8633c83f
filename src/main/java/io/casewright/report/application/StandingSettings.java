package io.casewright.report.application;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What the partner has to reach for Microsoft's support services designation; each is shown beside its figure, where it is set.
 *
 * @param mostTickets tickets at Microsoft a month per 100 customers, at most
 * @param firstResponseKept how many of 100 first responses are to be kept, at least
 * @param satisfaction mean rating of 5, at least
 */
@Validated
@ConfigurationProperties("casewright.standing")
record StandingSettings(
        @DecimalMin("0") @Nullable BigDecimal mostTickets,
        @DecimalMin("0") @DecimalMax("100") @Nullable BigDecimal firstResponseKept,
        @DecimalMin("1") @DecimalMax("5") @Nullable BigDecimal satisfaction) {}

package io.casewright.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What a customer was promised, in outline: how support is charged, when the desk is open, how fast it answers. */
@Entity
@Immutable
@SuppressWarnings("NullAway.Init")
class SupportPlan {

    enum Charging {
        INCLUDED,
        PER_INCIDENT,
        HOURLY,
        PREPAID_HOURS
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String name;

    @Enumerated(EnumType.STRING)
    Charging charging;

    @Nullable
    BigDecimal price;

    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 3)
    @Nullable
    String currency;

    String serviceHours;
    String contactMethods;
    int criticalResponseMinutes;
    int moderateResponseMinutes;
    int minimalResponseMinutes;

    /** Not the field, which is empty in what stands for a plan that was not read yet. */
    String name() {
        return name;
    }
}
